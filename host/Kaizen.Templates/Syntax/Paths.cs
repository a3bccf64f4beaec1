using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A variable without a dollar sign, found in the stack of objects.</summary>
internal sealed class ScriptGlobalVariable(SourceSpan span, string name) : ScriptPath(span)
{
    public string Name => name;

    public override object? Read(TemplateContext context) =>
        name == "this" ? context.CurrentGlobal : context.GetGlobal(Span, name);

    public override void Write(TemplateContext context, object? value)
    {
        if (name == "this")
            throw new ScriptRuntimeException(Span, "`this` cannot be assigned.");
        context.SetGlobal(Span, name, value);
    }
}

/// <summary>A variable of the function or page: <c>$name</c>, the arguments <c>$</c> and <c>$0</c>, the block <c>$$</c>.</summary>
internal sealed class ScriptLocalVariable : ScriptPath
{
    private readonly string _name;
    private readonly int _argument = -1;

    public ScriptLocalVariable(SourceSpan span, string name)
        : base(span)
    {
        _name = name;
        if (name.Length > 1 && char.IsAsciiDigit(name[1])
            && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            _argument = index;
        }
    }

    public string Name => _name;

    public override object? Read(TemplateContext context) => _name switch
    {
        "$" => context.Locals.Arguments,
        "$$" => context.Locals.Block,
        _ when _argument >= 0 => ArgumentsOf(context)[_argument],
        _ => context.GetLocal(Span, _name),
    };

    public override void Write(TemplateContext context, object? value)
    {
        if (_name is "$" or "$$")
            throw new ScriptRuntimeException(Span, $"`{_name}` cannot be assigned.");
        if (_argument >= 0)
            ArgumentsOf(context)[_argument] = value;
        else
            context.SetLocal(Span, _name, value);
    }

    private ScriptArray ArgumentsOf(TemplateContext context) => context.Locals.Arguments
        ?? throw new ScriptRuntimeException(Span, $"`{_name}` has no value here: a page that is not included has no arguments.");
}

internal sealed class ScriptMember(SourceSpan span, ScriptExpression target, string name, bool isOptional) : ScriptPath(span)
{
    public override bool IsOptional { get; } = isOptional || target is ScriptPath { IsOptional: true };

    public override object? Read(TemplateContext context)
    {
        var owner = context.Evaluate(target);
        if (owner is not null)
            return ObjectAccess.GetMember(context, Span, owner, name);
        if (IsOptional || context.EnableRelaxedTargetAccess || name == "empty?")
            return null;
        throw new ScriptRuntimeException(Span, $"The member `{name}` cannot be read: what stands before it is null.");
    }

    public override void Write(TemplateContext context, object? value)
    {
        var owner = context.Evaluate(target)
            ?? throw new ScriptRuntimeException(Span, $"The member `{name}` cannot be set: what stands before it is null.");
        ObjectAccess.SetMember(context, Span, owner, name, value);
    }
}

internal sealed class ScriptIndexer(SourceSpan span, ScriptExpression target, ScriptExpression index) : ScriptPath(span)
{
    public override bool IsOptional { get; } = target is ScriptPath { IsOptional: true };

    public override object? Read(TemplateContext context)
    {
        var owner = context.Evaluate(target);
        var key = context.Evaluate(index);
        if (owner is not null)
            return ObjectAccess.GetItem(context, Span, owner, key);
        if (IsOptional || context.EnableRelaxedTargetAccess)
            return null;
        throw new ScriptRuntimeException(Span, "The index cannot be read: what stands before it is null.");
    }

    public override void Write(TemplateContext context, object? value)
    {
        var owner = context.Evaluate(target)
            ?? throw new ScriptRuntimeException(Span, "The index cannot be set: what stands before it is null.");
        ObjectAccess.SetItem(context, Span, owner, context.Evaluate(index), value);
    }
}
