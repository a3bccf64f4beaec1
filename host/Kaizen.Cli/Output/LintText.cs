using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Reports.Review;

namespace Kaizen.Cli.Output;

/// <summary>Lint in lines of text: one a hit, as editors and grep read it.</summary>
internal static class LintText
{
    public static string Of(Remark remark, Ink ink) =>
        $"{Plain.Text($"{remark.At}")}: {Rule(remark, ink)}: {Plain.Text(remark.Message)}";

    /// <summary>The rule with what it does: <c>K26 keeps G2 shut</c>.</summary>
    public static string Rule(Remark remark, Ink ink) => remark switch
    {
        { Waived: not null } => $"{ink.Faint(remark.Code)} waived",
        { Gate: { } gate } => $"{ink.Red(remark.Code)} keeps {gate} shut",
        { Severity: Severity.Information } => $"{ink.Blue(remark.Code)} hint",
        _ => $"{ink.Yellow(remark.Code)} warning",
    };

    /// <summary>How many of each, and the way to the coach's question.</summary>
    public static string Sum(IReadOnlyList<Remark> lint)
    {
        var open = lint.Where(r => r.Waived is null).ToList();
        var shut = open.Count(r => r.Severity == Severity.Error);
        var waived = lint.Count - open.Count;
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{shut} keep{(shut == 1 ? "s" : "")} a gate shut"), Counted(open.Count(r => r.Severity == Severity.Warning), "warning"),
            Counted(open.Count(r => r.Severity == Severity.Information), "hint"), .. waived > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{waived} waived")] : Array.Empty<string>(),
        ];
        var ask = open.Count > 0 ? $" 'kaizen why {open.MinBy(r => r.Severity)!.Code}' asks the coach's question." : "";
        return $"Lint: {string.Join(", ", parts)}.{ask}";
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
