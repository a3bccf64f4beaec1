using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaizen.Hosting.Authoring;

/// <summary>What the names of columns and files say, in English and in some languages in which spreadsheets are written as well.</summary>
internal static partial class Words
{
    private static readonly string[] Bad =
    [
        "cancel", "churn", "complain", "reopen", "escalat", "lost", "lose", "fail", "error", "reject", "refund", "defect", "scrap", "rework", "late", "overdue", "delay", "waste", "downtime",
        "missing", "wrong", "bad", "poor", "breach", "bounce", "return", "backlog", "open", "waiting", "cost", "verloren", "storn", "fehler", "reklam", "ausschuss", "verspät", "kosten", "mangel", "mängel", "offen", "perdu", "erreur", "klacht",
    ];

    private static readonly string[] Good =
    [
        "won", "win", "yes", "ja", "oui", "done", "ok", "solved", "resolved", "closed", "complete", "paid", "deliver", "accept", "approv", "pass", "success", "signed", "sold", "converted", "qualified", "on time", "ontime", "in time",
        "gewonnen", "erledigt", "bezahlt", "geliefert", "pünktlich", "gagné", "gewonnen",
    ];

    private static readonly string[] Ended = ["status", "stage", "result", "outcome", "state", "phase", "resolution", "ergebnis", "stand", "statut", "resultat", "uitkomst", "fase"];
    private static readonly string[] Amounts = ["amount", "revenue", "value", "price", "eur", "usd", "chf", "gbp", "total", "sales", "turnover", "quantity", "qty", "umsatz", "betrag", "menge", "wert", "preis", "stück", "montant", "omzet"];
    private static readonly string[] Durations = ["hours", "minutes", "seconds", "days", "duration", "wait", "lead_time", "leadtime", "cycle_time", "stunden", "minuten", "tage", "dauer", "durchlauf", "wartezeit"];

    public static bool IsBad(string name) => Starts(name, Bad);

    public static bool IsGood(string name) => !IsBad(name) && Starts(name, Good);

    public static bool SaysHowItEnded(string name) => Starts(name, Ended);

    public static bool IsAmount(string name) => Starts(name, Amounts);

    public static bool TakesTime(string name) => Starts(name, Durations);

    /// <summary>What a column of dates or flags is about: <c>first_response_at</c> is about the first response.</summary>
    public static string Subject(string column)
    {
        var name = Name(column);
        foreach (var ending in (string[])["_at", "_on", "_date", "_time", "_datetime", "_timestamp", "_am", "_datum"])
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length > ending.Length) return name[..^ending.Length];
        foreach (var beginning in (string[])["date_", "time_", "is_", "has_", "was_", "datum_"])
            if (name.StartsWith(beginning, StringComparison.Ordinal) && name.Length > beginning.Length) return name[beginning.Length..];
        return name;
    }

    /// <summary>A name that may stand as a key and in a link: letters, digits and underscores.</summary>
    public static string Name(string text) => Joined(Inner().Replace(text, "$1_$2"), '_') is { Length: > 0 } name ? name : "value";

    /// <summary>An id that may be the name of a file everywhere: <c>Enquiries wait a day</c> becomes <c>enquiries-wait-a-day</c>.</summary>
    public static string Id(string text)
    {
        var id = Joined(text, '-');
        if (id.Length <= LongestId) return id;
        var cut = id.LastIndexOf('-', LongestId);
        return id[..(cut > 0 ? cut : LongestId)];
    }

    /// <summary>A short key for a sentence: its first words.</summary>
    public static string Key(string sentence)
    {
        var words = Joined(sentence, '_').Split('_', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w is "the" or "a" or "an").Take(3).ToList();
        return words.Count == 0 ? "first" : string.Join('_', words);
    }

    private const int LongestId = 48;

    private static string Joined(string text, char between)
    {
        var joined = new StringBuilder();
        foreach (var c in Spelled(text.ToLowerInvariant()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) joined.Append(c);
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            else if (char.IsLetterOrDigit(c)) joined.Append(c);
            else if (joined.Length > 0 && joined[^1] != between) joined.Append(between);
        }

        return joined.ToString().Trim(between);
    }

    private static string Spelled(string text) => text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Replace("%", "percent", StringComparison.Ordinal);

    /// <summary>Whether a word of a name begins with one of these; short ones are whole words.</summary>
    private static bool Starts(string name, string[] beginnings)
    {
        var words = Between().Split(Inner().Replace(name, "$1 $2").ToLowerInvariant());
        var whole = string.Join(' ', words);
        return Array.Exists(beginnings, b => Array.Exists(words, w => b.Length <= 4 ? w == b : w.StartsWith(b, StringComparison.Ordinal)) || (b.Contains(' ', StringComparison.Ordinal) && whole.Contains(b, StringComparison.Ordinal)) || (b.Contains('_', StringComparison.Ordinal) && whole.Contains(b.Replace('_', ' '), StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"([\p{Ll}\d])(\p{Lu})")]
    private static partial Regex Inner();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Between();
}
