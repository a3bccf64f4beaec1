namespace Scriban.Parsing;

/// <summary>What a source text holds.</summary>
public enum ScriptMode
{
    /// <summary>Text with code in double braces.</summary>
    Default,

    /// <summary>Code alone.</summary>
    ScriptOnly = 3,
}

/// <summary>How a source text is cut into tokens.</summary>
public struct LexerOptions
{
    public static readonly LexerOptions Default;

    public ScriptMode Mode { get; init; }
}

/// <summary>What the parser accepts.</summary>
public struct ParserOptions
{
    private const int UsualDepth = 250;

    private readonly int? _expressionDepthLimit;

    public static readonly ParserOptions Default;

    /// <summary>How deep expressions and blocks may nest before the parser reports an error.</summary>
    public int ExpressionDepthLimit
    {
        readonly get => _expressionDepthLimit ?? UsualDepth;
        init => _expressionDepthLimit = value;
    }
}
