using Kaizen.Core.Diagnostics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Kaizen.Reports.Templating;

/// <summary>Renders one template of a folder over one model.</summary>
internal static class Rendering
{
    public static string Render(TemplateFolder folder, string name, ScriptObject model)
    {
        var entry = folder.Find(name) ?? throw new TemplateException([Catalogue.UnknownTemplate.At(null, name)]);
        model["kz"] = KzFunctions.Create();
        var context = new HtmlContext { TemplateLoader = new FolderLoader(folder) };
        // Parsed templates are shared: they hold no state, only the context does.
        foreach (var template in folder.Templates.Values) context.CachedTemplates[template.File] = template.Template;
        context.PushGlobal(model);
        try
        {
            return entry.Template.Render(context).ReplaceLineEndings("\n");
        }
        catch (ScriptRuntimeException fault)
        {
            throw new TemplateException([Faults.Of(fault, folder)], fault);
        }
    }
}
