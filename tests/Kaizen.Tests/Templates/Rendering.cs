using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kaizen.Tests.Templates;

/// <summary>Short ways to parse and render in the tests beside it.</summary>
internal static class Rendering
{
    public static string Render(string text, object? model = null)
    {
        var template = Template.Parse(text, "page.html");
        Assert.False(template.HasErrors, template.Messages.ToString());
        return template.Render(model);
    }

    public static ScriptRuntimeException Fails(string text, TemplateContext? context = null)
    {
        var template = Template.Parse(text, "page.html");
        Assert.False(template.HasErrors, template.Messages.ToString());
        return Assert.ThrowsAny<ScriptRuntimeException>(() => template.Render(context ?? new TemplateContext()));
    }

    public static LogMessage[] Faults(string text) => [.. Template.Parse(text, "page.html").Messages];

    internal sealed class Loader(Dictionary<string, string> templates) : ITemplateLoader
    {
        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            templates.GetValueOrDefault(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            new(Load(context, callerSpan, templatePath));
    }
}
