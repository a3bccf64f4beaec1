namespace Kaizen.Reports.Templating;

/// <summary>Markup that <c>kz.raw</c> let through; every other value is escaped when a template writes it.</summary>
internal sealed class RawHtml(string markup)
{
    public override string ToString() => markup;
}
