using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

public partial class TemplateContext
{
    private int _loopSteps;
    private int _recursion;
    private int _objectDepth;

    /// <summary>How many steps a loop, with all loops inside it, may take; 0 for any number.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>How deep functions and includes may call each other; 0 for any depth.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>How deep objects may nest where they become text; 0 for any depth.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>How long the output and any text made on the way may be; 0 for any length.</summary>
    public int LimitToString { get; set; } = 1048576;

    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    public CancellationToken CancellationToken { get; set; }

    public void CheckAbort()
    {
        if (CancellationToken.IsCancellationRequested)
            throw new ScriptAbortException(CurrentSpan, CancellationToken);
    }

    public void EnterRecursive(ScriptNode? node)
    {
        if (RecursiveLimit > 0 && _recursion >= RecursiveLimit)
        {
            throw new ScriptRuntimeException(
                node?.Span ?? CurrentSpan, $"Functions or includes call each other more than {RecursiveLimit} levels deep.");
        }

        _recursion++;
    }

    public void ExitRecursive(ScriptNode? node) => _recursion--;

    internal void StepLoop(ScriptNode loop)
    {
        CheckAbort();
        if (++_loopSteps > LoopLimit && LoopLimit > 0)
            throw new ScriptRuntimeException(loop.Span, $"The loop takes more than {LoopLimit} steps.");
    }

    internal void CheckItemCount(SourceSpan span, long count)
    {
        if (LoopLimit > 0 && count > LoopLimit)
            throw new ScriptRuntimeException(span, $"The list has more than {LoopLimit} items.");
    }

    internal void CheckTextLength(SourceSpan span, long length)
    {
        if (IsTooLong(length))
            throw new ScriptRuntimeException(span, $"The text is longer than {LimitToString} characters.");
    }

    internal bool IsTooLong(long length) => LimitToString > 0 && length > LimitToString;

    internal void EnterObject(SourceSpan span)
    {
        if (ObjectRecursionLimit > 0 && _objectDepth >= ObjectRecursionLimit)
            throw new ScriptRuntimeException(span, $"The object is nested more than {ObjectRecursionLimit} levels deep or contains itself.");
        _objectDepth++;
    }

    internal void LeaveObject() => _objectDepth--;
}
