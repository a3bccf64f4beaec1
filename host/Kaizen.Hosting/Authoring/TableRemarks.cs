using System.Text.RegularExpressions;
using Kaizen.Abstractions;

namespace Kaizen.Hosting.Authoring;

/// <summary>What a person should know of a table before figures are made of it.</summary>
internal static partial class TableRemarks
{
    public static IReadOnlyList<string> Of(TableLook table)
    {
        var remarks = new List<string>();
        if (table.Order == DayOrder.Open)
            remarks.Add("Days and months could be the other way round: no first or second number is above 12. They are read as day, then month.");
        if (table.Order == DayOrder.Both)
            remarks.Add("Some dates have the day first and some the month; those columns were left alone.");
        foreach (var column in table.Columns)
        {
            var filled = column.Values.Where(v => v.Length > 0).ToList();
            if (column.Kind == ColumnKind.Calendar)
                remarks.Add($"'{column.Name}' holds {DateForms.Instead(filled)}, not dates; dates are read from another column.");
            if (column.Kind is ColumnKind.Text or ColumnKind.Category or ColumnKind.Id && filled.Count > 0 && filled.Count(v => Measured().IsMatch(v)) * 10 >= filled.Count * 9)
                remarks.Add($"'{column.Name}' holds numbers with a sign or unit, such as '{filled[0]}'; written without it they could be measured.");
        }

        var persons = table.Columns.Where(c => c.Kind == ColumnKind.Person).Select(c => $"'{c.Name}'").ToList();
        if (persons.Count > 0) remarks.Add($"{string.Join(", ", persons)} {(persons.Count == 1 ? "says" : "say")} who it was; nothing is measured by person.");
        return remarks;
    }

    /// <summary>What is said of rows that are longer or shorter than the header.</summary>
    /// <param name="refusals">What was refused on reading one column of all rows.</param>
    /// <param name="column">The column.</param>
    public static IEnumerable<string> OfRagged(Refusals refusals, string column)
    {
        if (refusals.FirstOf(column) is not [var first, ..]) yield break;
        var count = refusals.CountOf(column);
        yield return count == 1
            ? $"1 row cannot be read, in line {first.Line}: {first.Why}."
            : $"{count} rows cannot be read, the first in line {first.Line}: {first.Why}.";
    }

    [GeneratedRegex(@"^([€$£]|EUR|USD|CHF)\s*-?\d[\d.,' ]*\z|^-?\d[\d.,' \u00A0]*\s*(%|[€$£]|EUR|USD|CHF|h|min|kg|km|\u00A0\d+)\z")]
    private static partial Regex Measured();
}
