using Kaizen.Reports.Model;
using Kaizen.Reports.Templating;

namespace Kaizen.Reports;

/// <summary>Renders the one-page A3 of a cycle as a self-contained HTML page. The same input gives the same text.</summary>
public sealed class A3Renderer(TemplateFolder folder)
{
    private const string Sheet = "a3/problem-solving";

    /// <summary>Renders the sheet.</summary>
    /// <exception cref="TemplateException">A template failed; its diagnostics say where.</exception>
    public string Render(A3Input input) => Rendering.Render(folder, Sheet, A3Model.Of(input, folder.Hash));
}
