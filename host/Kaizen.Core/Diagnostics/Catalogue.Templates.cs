namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ5001</summary>
    public static readonly Message TemplateSyntax = Error("KZ5001", "This template cannot be read: {0}",
        "A template is HTML with Scriban code between {{ and }}. The place is where reading stopped; the fault may lie just before it.",
        "look at the braces just before this place");

    /// <summary>KZ5002</summary>
    public static readonly Message TemplateFailed = Error("KZ5002", "This template failed while it was rendered: {0}",
        "A template used a name, a function or an operation that does not exist for the value at hand. The sheets in the templates folder that comes with Kaizen use every name that there is.",
        "compare it with a sheet in the templates folder that comes with Kaizen");

    /// <summary>KZ5003</summary>
    public static readonly Message UnknownTemplate = Error("KZ5003", "The templates folder holds no template '{0}'.",
        "Templates are named by their path inside the templates folder, without its ending: a3/parts/header. Nothing outside the folder can be included.",
        "name it by its path inside the templates folder, without its ending");

    /// <summary>KZ5004</summary>
    public static readonly Message NoTemplateFolder = Error("KZ5004", "There is no templates folder at '{0}'.",
        "The folder holds a3/problem-solving.sbn-html, its parts and site/index.sbn-html.",
        "reinstall Kaizen: the folder lies beside the program");

    /// <summary>KZ5005</summary>
    public static readonly Message TemplateTooLarge = Error("KZ5005", "Template '{0}' has {1} bytes, more than the {2} that are read.",
        "A template of that size is surely another file; put pictures and data elsewhere.",
        "move what is no template out of the folder");
}
