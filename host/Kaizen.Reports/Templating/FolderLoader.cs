using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kaizen.Reports.Templating;

/// <summary>Resolves <c>include</c> among the templates that a folder holds, and nowhere else.</summary>
internal sealed class FolderLoader(TemplateFolder folder) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        folder.Find(templateName)?.File
        ?? throw new ScriptRuntimeException(callerSpan, $"{Unknown}{templateName}");

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => folder.Find(templatePath)?.Text;

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));

    /// <summary>Marks the fault so that it gets its own code.</summary>
    internal const string Unknown = "no template ";
}
