using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary><c>include</c> and <c>include_join</c>: other templates, rendered to text.</summary>
internal static class IncludeFunctions
{
    private const string TemplatePrefix = "tpl:";

    public static readonly IScriptCustomFunction Include = new IncludeFunction();

    public static readonly IScriptCustomFunction IncludeJoin = BuiltinFunction.Of("names separator begin? end?", Join);

    private static object? Join(Call call)
    {
        var builder = new StringBuilder();
        var separator = TextOrTemplate(call, call.Text(1));
        foreach (var name in call.List(0))
        {
            var text = Render(call, name as string ?? call.Context.ObjectToString(name));
            if (text.Length == 0)
                continue;
            if (builder.Length > 0)
                builder.Append(separator);
            builder.Append(text);
            call.Context.CheckTextLength(call.Span, builder.Length);
        }

        return builder.Length == 0
            ? ""
            : TextOrTemplate(call, call.Text(2)) + builder + TextOrTemplate(call, call.Text(3));
    }

    private static string? TextOrTemplate(Call call, string? text) =>
        text is not null && text.StartsWith(TemplatePrefix, StringComparison.Ordinal)
            ? Render(call, text[TemplatePrefix.Length..])
            : text;

    private static string Render(Call call, string? name)
    {
        var path = call.Context.GetTemplatePathFromName(name, call.Caller)!;
        return call.Context.RenderTemplate(call.Context.GetOrCreateTemplate(path, call.Caller), new ScriptArray(), call.Caller);
    }

    /// <summary>Hands all its arguments on: the template reads them as <c>$0</c> (its name), <c>$1</c>, <c>$.name</c>.</summary>
    private sealed class IncludeFunction : IScriptCustomFunction
    {
        public int RequiredParameterCount => 1;

        public int ParameterCount => 1;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(string);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "template_name");

        public object? Invoke(
            TemplateContext context, Syntax.ScriptNode? callerContext, ScriptArray arguments, Syntax.ScriptBlockStatement? blockStatement)
        {
            var call = new Call(context, callerContext, arguments);
            if (arguments.Count == 0)
                throw call.Fault("`include` needs the name of a template.");
            var path = context.GetTemplatePathFromName(call.Text(0), callerContext)!;
            return context.RenderTemplate(context.GetOrCreateTemplate(path, callerContext), arguments, callerContext);
        }

        public ValueTask<object?> InvokeAsync(
            TemplateContext context, Syntax.ScriptNode? callerContext, ScriptArray arguments, Syntax.ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }
}
