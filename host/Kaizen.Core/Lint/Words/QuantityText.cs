namespace Kaizen.Core.Lint;

/// <summary>Tells a figure that says how much from one that is a name: "19 hours" from "version 2" and "ticket 4711".</summary>
internal static class QuantityText
{
    private static readonly WordList Named = new("""
        version, release, ticket, incident, case, invoice, nr, step, phase, level, line, machine, press, hall, room, floor, building, station, section, page, chapter, paragraph,
        article, team, shift, week, quarter, sprint, iteration, project, product, model, series, iso, din, windows, office, microsoft, python, java, number, no
        """.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "%", "percent", "per", "times", "h", "hour", "hours", "minute", "minutes", "min", "second", "seconds", "day", "days", "week", "weeks", "month", "months", "year", "years", "working", "euro", "eur", "usd", "dollars",
    };

    /// <summary>Whether a figure in the text says how much.</summary>
    public static bool In(TextWords text)
    {
        // A figure alone is one of nothing.
        if (!text.All.Any(w => w.Length > 0 && (char.IsLetter(w[0]) || w == "%"))) return false;
        var named = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (!TextWords.IsFigure(text[i]))
            {
                // "Tickets 4711 and 4712".
                named = named && text[i] is "and" or "or";
                continue;
            }

            named |= Named.Has(text[i - 1]) && text.SentenceOf(i - 1) == text.SentenceOf(i);
            if (!named || Units.Contains(text[i + 1])) return true;
        }

        return false;
    }
}
