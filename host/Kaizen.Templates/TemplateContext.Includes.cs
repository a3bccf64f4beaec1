using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public partial class TemplateContext
{
    /// <summary>Templates already loaded, by the path that the loader gave.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = [];

    public virtual string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        if (string.IsNullOrEmpty(templateName))
            throw new ScriptRuntimeException(span, "The name of the template to include is missing.");
        if (TemplateLoader is null)
            throw new ScriptRuntimeException(span, $"The template `{templateName}` cannot be included: there is no template loader.");
        return Guarded(span, templateName, () => TemplateLoader.GetPath(this, span, templateName))
            ?? throw new ScriptRuntimeException(span, $"The template `{templateName}` was not found.");
    }

    public Template GetOrCreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        if (!CachedTemplates.TryGetValue(templatePath, out var template))
        {
            template = CreateTemplate(templatePath, callerContext);
            CachedTemplates[templatePath] = template;
        }

        return template;
    }

    public string RenderTemplate(Template template, ScriptArray arguments, ScriptNode? callerContext)
    {
        ArgumentNullException.ThrowIfNull(template);
        EnterRecursive(callerContext);
        var (indent, isAtLineStart) = (CurrentIndent, _isAtLineStart);
        (CurrentIndent, _isAtLineStart) = (null, false);
        PushOutput();
        PushLocals(arguments, null);
        string text;
        try
        {
            template.RunIn(this);
        }
        catch (ScriptRuntimeException fault) when (fault is not ScriptAbortException && callerContext is not null)
        {
            throw IncludeTrail.Extend(fault, callerContext.Span);
        }
        finally
        {
            PopLocals();
            text = PopOutput().ToString() ?? "";
            (CurrentIndent, _isAtLineStart) = (indent, isAtLineStart);
            ExitRecursive(callerContext);
        }

        return text;
    }

    protected virtual Template CreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        var text = Guarded(span, templatePath, () => TemplateLoader?.Load(this, span, templatePath))
            ?? throw new ScriptRuntimeException(span, $"The template `{templatePath}` was not found.");
        var template = Template.Parse(text, templatePath);
        if (template.HasErrors)
            throw new ScriptParserRuntimeException(span, $"The included template `{templatePath}` has faults:", template.Messages);
        return template;
    }

    private static string? Guarded(SourceSpan span, string name, Func<string?> load)
    {
        try
        {
            return load();
        }
        catch (Exception fault) when (fault is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw new ScriptRuntimeException(span, $"The template `{name}` cannot be loaded: {fault.Message}", fault);
        }
    }
}
