using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Brings the arguments of a call into the order of the parameters and calls.</summary>
internal static class FunctionCall
{
    public static object? Invoke(
        TemplateContext context,
        ScriptNode caller,
        IScriptCustomFunction function,
        object?[] piped,
        ScriptArgument[] written,
        ScriptBlockStatement? block)
    {
        var arguments = new ScriptArray(Math.Max(function.ParameterCount, piped.Length + written.Length));
        var rest = function.VarParamKind == ScriptVarParamKind.LastParameter ? new ScriptArray() : null;
        var binding = new Binding(caller, function, arguments, rest);
        foreach (var value in piped)
            binding.AddPositional(value);
        foreach (var argument in written)
        {
            var value = context.Evaluate(argument.Value);
            if (argument.Name is not null)
                binding.AddNamed(argument.Name, value);
            else if (argument.Value is ScriptUnary { Operator: UnaryOperator.Expand })
                binding.AddAll(context.ToList(argument.Value.Span, value));
            else
                binding.AddPositional(value);
        }

        binding.Complete();
        return InvokeBound(context, caller, function, arguments, block);
    }

    /// <summary>Calls a function with values from .NET, as <c>array.each</c> does.</summary>
    public static object? Invoke(TemplateContext context, ScriptNode? caller, IScriptCustomFunction function, params object?[] values) =>
        Invoke(context, caller ?? context.CurrentNode ?? NoNode.Instance, function, values, [], null);

    public static object? Missing(TemplateContext context, ScriptExpression target, object? value)
    {
        var name = target is ScriptGlobalVariable variable ? $" `{variable.Name}`" : "";
        if (value is not null)
            throw new ScriptRuntimeException(target.Span, $"What is called{name} is no function but `{context.GetTypeName(value)}`.");
        if (context.EnableRelaxedFunctionAccess)
            return null;
        throw new ScriptRuntimeException(target.Span, $"The function{name} was not found.");
    }

    private static object? InvokeBound(
        TemplateContext context, ScriptNode caller, IScriptCustomFunction function, ScriptArray arguments, ScriptBlockStatement? block)
    {
        context.CheckAbort();
        context.CurrentNode = caller;
        try
        {
            return function.Invoke(context, caller, arguments, block);
        }
        catch (InvalidOperationException fault) when (fault.InnerException is ScriptRuntimeException inner)
        {
            // Sorting in .NET wraps what its comparison throws.
            throw new ScriptRuntimeException(inner.Span, inner.OriginalMessage, inner.InnerException);
        }
        catch (Exception fault) when (fault is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw new ScriptRuntimeException(caller.Span, $"The function failed: {fault.Message}", fault);
        }
    }

    private sealed class Binding(
        ScriptNode caller, IScriptCustomFunction function, ScriptArray arguments, ScriptArray? rest)
    {
        private readonly bool _isDirect = function.VarParamKind == ScriptVarParamKind.Direct;
        private readonly int _slots = rest is null ? function.ParameterCount : function.ParameterCount - 1;
        private ulong _given;
        private int _position;

        public void AddAll(System.Collections.IList values)
        {
            foreach (var value in values)
                AddPositional(value);
        }

        public void AddPositional(object? value)
        {
            if (_isDirect)
            {
                arguments.Add(value);
            }
            else if (_position < _slots)
            {
                Set(_position++, value);
            }
            else if (rest is not null)
            {
                rest.Add(value);
            }
            else
            {
                throw new ScriptRuntimeException(
                    caller.Span, $"The function takes {function.ParameterCount} arguments at most and was given more.");
            }
        }

        public void AddNamed(string name, object? value)
        {
            if (_isDirect)
            {
                arguments.ScriptObject[name] = value;
                return;
            }

            for (var i = 0; i < function.ParameterCount; i++)
            {
                if (function.GetParameterInfo(i).Name != name)
                    continue;
                if (i == _slots)
                    rest!.Add(value);
                else
                    Set(i, value);
                return;
            }

            // A name that no parameter bears gives its value to the next one in turn.
            AddPositional(value);
        }

        public void Complete()
        {
            if (_isDirect)
                return;
            for (var i = 0; i < _slots; i++)
            {
                if (IsGiven(i))
                    continue;
                var parameter = function.GetParameterInfo(i);
                if (i < function.RequiredParameterCount && !parameter.HasDefaultValue)
                {
                    throw new ScriptRuntimeException(
                        caller.Span, $"The argument `{parameter.Name}` is missing; the function needs {function.RequiredParameterCount}.");
                }

                Set(i, parameter.HasDefaultValue ? parameter.DefaultValue : null);
            }

            if (rest is not null)
                arguments[_slots] = rest;
        }

        private bool IsGiven(int index) => index < 64 && (_given & (1UL << index)) != 0;

        private void Set(int index, object? value)
        {
            arguments[index] = value;
            if (index < 64)
                _given |= 1UL << index;
        }
    }

    /// <summary>Stands for the caller where .NET calls a function outside any template.</summary>
    private sealed class NoNode() : ScriptNode(default)
    {
        public static readonly NoNode Instance = new();

        internal override object? EvaluateIn(TemplateContext context) => null;
    }
}
