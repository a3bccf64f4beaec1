using System.Globalization;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;

namespace Kaizen.Core.Diagnostics;

/// <summary>An entry of the catalogue: a stable code and its sentence with places for what is named.</summary>
/// <param name="Code">Such as <c>KZ2003</c>. The first digit is the area: 1 YAML as text, 2 meaning, 3 data and plugins, 4 store and ledger, 5 templates and sheets, 6 usage.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Format">The sentence, with <c>{0}</c> and so on.</param>
/// <param name="Why">What it means and how it is mended, for <c>kaizen why CODE</c>.</param>
/// <param name="WayOut">The hint where the place at hand gives no better one; null where there is nothing to mend.</param>
public sealed partial record Message(string Code, Severity Severity, string Format, string Why, string? WayOut = null)
{
    /// <summary>The sentence with an ellipsis for what is named.</summary>
    public string Title => Placeholder().Replace(Format, "…");

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();

    /// <summary>The diagnostic at a place, with the way out that fits every place.</summary>
    public Diagnostic At(SourceSpan? span, params object?[] named) =>
        new(Code, Severity, string.Format(CultureInfo.InvariantCulture, Format, named)) { Span = span, Hint = WayOut };

    /// <summary>The same with a hint of its own, where there is one.</summary>
    public Diagnostic Hinting(string? hint, SourceSpan? span, params object?[] named) =>
        At(span, named) with { Hint = hint ?? WayOut };
}
