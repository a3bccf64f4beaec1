using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>The clauses of a <c>for</c>: what is left out is null.</summary>
internal sealed record ScriptLoopOptions(
    ScriptExpression? Offset, ScriptExpression? Limit, ScriptExpression? Columns, bool Reversed);

internal abstract class ScriptLoopStatement(SourceSpan span) : ScriptStatement(span)
{
    /// <summary>The name under which the state of the loop is read.</summary>
    public abstract string StateName { get; }

    /// <summary>Runs the body once and says whether the loop goes on; the result of a <c>ret</c> comes out.</summary>
    protected static bool Step(TemplateContext context, ScriptBlockStatement body, out object? result)
    {
        result = context.Evaluate(body);
        switch (context.FlowState)
        {
            case FlowState.Return:
                return false;
            case FlowState.Break:
                context.FlowState = FlowState.None;
                result = null;
                return false;
            default:
                context.FlowState = FlowState.None;
                result = null;
                return true;
        }
    }
}

internal class ScriptForStatement(
    SourceSpan span, ScriptPath variable, ScriptExpression source, ScriptLoopOptions options, ScriptBlockStatement body)
    : ScriptLoopStatement(span)
{
    public ScriptBlockStatement? Otherwise { get; init; }

    public override string StateName => "for";

    protected ScriptLoopOptions Options => options;

    internal override object? EvaluateIn(TemplateContext context)
    {
        if (context.Evaluate(source) is not { } iterated)
            return null;
        var items = Slice(context, context.ToList(source.Span, iterated));
        if (items.Count == 0)
            return Otherwise is null ? null : context.Evaluate(Otherwise);

        var state = new LoopState(items.Count);
        using var scope = context.EnterLoop(this, variable, state);
        object? result = null;
        for (var i = 0; i < items.Count; i++)
        {
            context.StepLoop(this);
            state.MoveTo(i, items[i], context);
            scope.SetItem(items[i]);
            BeforeStep(context, i);
            var goesOn = Step(context, body, out result);
            AfterStep(context, i, items.Count, goesOn);
            if (!goesOn)
                break;
        }

        return result;
    }

    protected virtual void BeforeStep(TemplateContext context, int index)
    {
    }

    protected virtual void AfterStep(TemplateContext context, int index, int count, bool goesOn)
    {
    }

    private IList Slice(TemplateContext context, IList list)
    {
        if (options is { Offset: null, Limit: null, Reversed: false })
            return list;
        var first = options.Offset is null ? 0 : context.ToInt(options.Offset.Span, context.Evaluate(options.Offset));
        first = Math.Clamp(first, 0, list.Count);
        var rest = list.Count - first;
        var limit = options.Limit is null ? 0 : context.ToInt(options.Limit.Span, context.Evaluate(options.Limit));

        // The order of the clauses in the text means nothing: skip first, then turn round, then take. No limit is 0 or less.
        var slice = new List<object?>();
        for (var i = 0; i < (limit > 0 ? Math.Min(limit, rest) : rest); i++)
            slice.Add(list[options.Reversed ? list.Count - 1 - i : first + i]);
        return slice;
    }
}

/// <summary>A <c>for</c> that writes the rows and cells of a table.</summary>
internal sealed class ScriptTableRowStatement(
    SourceSpan span, ScriptPath variable, ScriptExpression source, ScriptLoopOptions options, ScriptBlockStatement body)
    : ScriptForStatement(span, variable, source, options, body)
{
    public override string StateName => "tablerow";

    protected override void BeforeStep(TemplateContext context, int index)
    {
        var columns = ColumnsIn(context);
        if (index % columns == 0)
            context.Write($"<tr class=\"row{(index / columns) + 1}\">");
        context.Write($"<td class=\"col{(index % columns) + 1}\">");
    }

    protected override void AfterStep(TemplateContext context, int index, int count, bool goesOn)
    {
        context.Write("</td>");
        if (!goesOn || index == count - 1 || (index + 1) % ColumnsIn(context) == 0)
            context.Write("</tr>").Write(context.NewLine);
    }

    private int ColumnsIn(TemplateContext context) =>
        Options.Columns is null ? 1 : Math.Max(1, context.ToInt(Options.Columns.Span, context.Evaluate(Options.Columns)));
}

internal sealed class ScriptWhileStatement(SourceSpan span, ScriptExpression condition, ScriptBlockStatement body)
    : ScriptLoopStatement(span)
{
    public override string StateName => "while";

    internal override object? EvaluateIn(TemplateContext context)
    {
        var state = new LoopState(null);
        using var scope = context.EnterLoop(this, null, state);
        object? result = null;
        for (var i = 0; context.ToBool(condition.Span, context.Evaluate(condition)); i++)
        {
            context.StepLoop(this);
            state.MoveTo(i, null, context);
            if (!Step(context, body, out result))
                break;
        }

        return result;
    }
}
