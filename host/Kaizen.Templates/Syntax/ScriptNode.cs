using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of a parsed template. Nodes never change, so that many threads may render one template.</summary>
public abstract class ScriptNode
{
    private protected ScriptNode(SourceSpan span) => Span = span;

    public SourceSpan Span { get; }

    /// <summary>Runs the node; use <see cref="TemplateContext.Evaluate(ScriptNode)"/> from outside.</summary>
    internal abstract object? EvaluateIn(TemplateContext context);
}

internal abstract class ScriptStatement(SourceSpan span) : ScriptNode(span)
{
    /// <summary>Whether the value of the statement goes to the page.</summary>
    public virtual bool CanOutput => true;
}

internal abstract class ScriptExpression(SourceSpan span) : ScriptNode(span)
{
    /// <summary>Like a plain evaluation, but a function is handed out instead of being called.</summary>
    public virtual object? EvaluateAliased(TemplateContext context) => context.Evaluate(this);
}

/// <summary>A place that can be read, called and written: a variable, a member or an indexer.</summary>
internal abstract class ScriptPath(SourceSpan span) : ScriptExpression(span)
{
    /// <summary>Whether a <c>?.</c> stands in the path: then null goes through to its end.</summary>
    public virtual bool IsOptional => false;

    public sealed override object? EvaluateAliased(TemplateContext context) => Read(context);

    internal sealed override object? EvaluateIn(TemplateContext context)
    {
        var value = Read(context);
        return value is Runtime.IScriptCustomFunction function
            ? Runtime.FunctionCall.Invoke(context, this, function, [], [], null)
            : value;
    }

    public abstract object? Read(TemplateContext context);

    public abstract void Write(TemplateContext context, object? value);
}
