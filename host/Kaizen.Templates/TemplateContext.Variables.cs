using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public partial class TemplateContext
{
    private readonly List<IScriptObject> _globals = [];
    private readonly Stack<LocalScope> _locals = new();
    private readonly List<LoopFrame> _loops = [];
    private int _visibleFunctionsFrom;

    public int GlobalCount => _globals.Count;

    /// <summary>The object that assignments write to.</summary>
    public IScriptObject? CurrentGlobal => _globals[^1];

    internal LocalScope Locals => _locals.Peek();

    internal bool IsInLoop => Locals.LoopDepth > 0;

    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        _globals.Add(scriptObject);
    }

    public IScriptObject PopGlobal()
    {
        if (_globals.Count == 1)
            throw new InvalidOperationException("The built-in functions cannot be popped.");
        var top = _globals[^1];
        _globals.RemoveAt(_globals.Count - 1);
        return top;
    }

    internal void PushLocals(ScriptArray arguments, ScriptBlockStatement? block) =>
        _locals.Push(new LocalScope(arguments, block));

    /// <summary>Hides what the functions that are running keep to themselves; gives what to hand back to undo it.</summary>
    internal int HideFunctionScopes()
    {
        var outer = _visibleFunctionsFrom;
        _visibleFunctionsFrom = _globals.Count;
        return outer;
    }

    internal void ShowFunctionScopes(int from) => _visibleFunctionsFrom = from;

    internal void PopLocals() => _locals.Pop();

    internal object? GetGlobal(SourceSpan span, string name)
    {
        for (var level = _globals.Count - 1; level >= 0; level--)
        {
            if (level < _visibleFunctionsFrom && _globals[level] is FunctionScope)
                continue;
            for (var i = _loops.Count - 1; i >= 0; i--)
            {
                if (_loops[i].TryRead(level, name, out var fromLoop))
                    return fromLoop;
            }

            if (_globals[level].TryGetValue(this, span, name, out var value))
                return value;
        }

        if (StrictVariables)
            throw new ScriptRuntimeException(span, $"The variable or function `{name}` was not found.");
        return null;
    }

    internal void SetGlobal(SourceSpan span, string name, object? value)
    {
        if (!OwnerOf(name).TrySetValue(this, span, name, value, readOnly: false))
            throw new ScriptRuntimeException(span, $"The variable `{name}` is read-only.");
    }

    /// <summary>
    /// An assignment goes to the innermost object; inside a function with parameters to the function, unless
    /// an object around it has the name already.
    /// </summary>
    private IScriptObject OwnerOf(string name)
    {
        var top = _globals[^1];
        if (top is not FunctionScope || top.Contains(name))
            return top;
        var isKnown = _globals.Exists(g => g is not FunctionScope && g.Contains(name));
        return isKnown ? _globals.FindLast(g => g is not FunctionScope) ?? top : top;
    }

    internal object? GetLocal(SourceSpan span, string name)
    {
        for (var i = _loops.Count - 1; i >= 0; i--)
        {
            if (_loops[i].TryReadLocal(Locals, name, out var fromLoop))
                return fromLoop;
        }

        if (Locals.Variables.TryGetValue(this, span, name, out var value))
            return value;
        if (StrictVariables)
            throw new ScriptRuntimeException(span, $"The variable `{name}` was not found.");
        return null;
    }

    internal void SetLocal(SourceSpan span, string name, object? value)
    {
        if (!Locals.Variables.TrySetValue(this, span, name, value, readOnly: false))
            throw new ScriptRuntimeException(span, $"The variable `{name}` is read-only.");
    }

    internal LoopScope EnterLoop(ScriptLoopStatement loop, ScriptPath? variable, LoopState state)
    {
        if (_loops.Count == 0)
            _loopSteps = 0;
        var local = (variable as ScriptLocalVariable)?.Name;
        _loops.Add(new LoopFrame
        {
            Level = _globals.Count - 1,
            StateName = loop.StateName,
            State = state,
            GlobalName = (variable as ScriptGlobalVariable)?.Name,
            LocalName = local,
            Owner = local is null ? null : Locals,
        });
        Locals.LoopDepth++;
        return new LoopScope(this);
    }

    /// <summary>The parameters of a running function and the variables that only it knows.</summary>
    internal sealed class FunctionScope(int capacity) : ScriptObject(capacity);

    /// <summary>What one function, page or include keeps to itself.</summary>
    internal sealed class LocalScope(ScriptArray? arguments, ScriptBlockStatement? block)
    {
        public ScriptObject Variables { get; } = [];

        public ScriptArray? Arguments { get; } = arguments;

        public ScriptBlockStatement? Block { get; } = block;

        public int LoopDepth { get; set; }
    }

    /// <summary>The variable of a running loop; it is gone when the loop is.</summary>
    internal sealed class LoopFrame
    {
        public required int Level { get; init; }

        public required string StateName { get; init; }

        public required LoopState State { get; init; }

        public string? GlobalName { get; init; }

        public string? LocalName { get; init; }

        public LocalScope? Owner { get; init; }

        public object? Item { get; set; }

        public bool TryRead(int level, string name, out object? value)
        {
            value = null;
            if (level != Level)
                return false;
            if (name == StateName)
                value = State;
            else if (name == GlobalName)
                value = Item;
            else
                return false;
            return true;
        }

        public bool TryReadLocal(LocalScope locals, string name, out object? value)
        {
            value = Item;
            return Owner == locals && name == LocalName;
        }
    }

    /// <summary>Ends the loop when it is left, by whatever way.</summary>
    internal readonly struct LoopScope(TemplateContext context) : IDisposable
    {
        private readonly int _at = context._loops.Count - 1;
        private readonly LocalScope _locals = context.Locals;

        public void SetItem(object? item) => context._loops[_at].Item = item;

        public void Dispose()
        {
            context._loops.RemoveRange(_at, context._loops.Count - _at);
            _locals.LoopDepth--;
        }
    }
}
