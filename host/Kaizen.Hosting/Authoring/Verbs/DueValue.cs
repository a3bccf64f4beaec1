using System.Globalization;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>A value that is typed by hand and has not come for the slot that runs now.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Last">The day of the last value, or null where there is none.</param>
/// <param name="Value">The last value as it stands in the file, or null.</param>
public sealed record DueValue(Metric Metric, DateOnly? Last, string? Value)
{
    /// <summary>The values of a cycle that are due on a day.</summary>
    public static IReadOnlyList<DueValue> Of(Workspace workspace, Cycle cycle, DateOnly asOf)
    {
        var due = new List<DueValue>();
        foreach (var metric in cycle.Metrics.Where(ValueEntries.IsTyped))
        {
            // A file of another shape is told where somebody writes into it.
            var time = metric.Source.Time?.Text is { Length: > 0 } column ? column : "date";
            if (TextTable.Read(new WritingTurn(workspace, cycle, (asOf, asOf), new DiagnosticBag()), ValueEntries.FileOf(metric.Name), [time, "value"]) is not { } table) continue;
            DateOnly? last = null;
            string? value = null;
            for (var row = 1; row < table.Count; row++)
            {
                if (!DateOnly.TryParseExact(table.Cell(row, time).Trim() is var cell && cell.Length > 10 ? cell[..10] : cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < last) continue;
                (last, value) = (day, table.Cell(row, "value"));
            }

            if (last is null || last < SlotStart(metric.Per, asOf)) due.Add(new DueValue(metric, last, value));
        }

        return due;
    }

    private static DateOnly SlotStart(Period per, DateOnly day) => per switch
    {
        Period.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Period.Month => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };
}
