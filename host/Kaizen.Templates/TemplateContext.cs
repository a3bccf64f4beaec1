using System.Globalization;
using System.Runtime.CompilerServices;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>
/// The state of a rendering: variables, output, limits. One context serves one thread at a time; a parsed
/// <see cref="Template"/> serves any number.
/// </summary>
public partial class TemplateContext : IFormatProvider
{
    private readonly Stack<CultureInfo> _cultures = new();
    private readonly Stack<string> _sourceFiles = new();

    public TemplateContext()
        : this(null)
    {
    }

    public TemplateContext(ScriptObject? builtin)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        _globals.Add(BuiltinObject);
        _locals.Push(new LocalScope(null, null));
        PushOutput(new StringBuilderOutput());
    }

    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>Names the members of .NET objects; snake case unless set.</summary>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    public MemberFilterDelegate? MemberFilter { get; set; }

    /// <summary>A variable that was never set is an error instead of null.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>A member of null reads as null.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>A member that is missing reads as null.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>A call of a function that is missing gives null.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>An index outside a list reads as null.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>An index that is null reads as null.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary><c>break</c> and <c>continue</c> outside a loop end the page or function.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    public CultureInfo CurrentCulture => _cultures.TryPeek(out var culture) ? culture : CultureInfo.InvariantCulture;

    public string? CurrentSourceFile => _sourceFiles.TryPeek(out var file) ? file : null;

    public ScriptObject BuiltinObject { get; }

    /// <summary>What the application wants to find again while rendering.</summary>
    public Dictionary<object, object> Tags { get; } = [];

    public ScriptNode? CurrentNode { get; internal set; }

    public SourceSpan CurrentSpan => CurrentNode?.Span ?? default;

    internal FlowState FlowState { get; set; }

    public static ScriptObject GetDefaultBuiltinObject() => BuiltinFunctions.Create();

    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _cultures.Push(culture);
    }

    public CultureInfo PopCulture() => _cultures.Pop();

    public void PushSourceFile(string sourceFile)
    {
        ArgumentNullException.ThrowIfNull(sourceFile);
        _sourceFiles.Push(sourceFile);
    }

    public string PopSourceFile() => _sourceFiles.Pop();

    public object? GetFormat(Type? formatType) => CurrentCulture.GetFormat(formatType);

    /// <summary>Runs a node and gives its value.</summary>
    public object? Evaluate(ScriptNode? scriptNode)
    {
        if (scriptNode is null)
            return null;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptRuntimeException(scriptNode.Span, "The template is nested too deep.");
        CurrentNode = scriptNode;
        return scriptNode.EvaluateIn(this);
    }
}
