using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Hosting.Define;
using Kaizen.Measuring;

namespace Kaizen.Hosting.Authoring;

/// <summary>Measures proposals over the whole file in one scan, as a run would, so that what stands beside them is what the sheet will show.</summary>
internal sealed class Standing(SourceOpener opener)
{
    private const int Recent = 12;
    private static readonly SourceSpan Nowhere = new("", 1, 1);

    public async Task<Measured> OfAsync(TableLook table, ColumnLook time, IReadOnlyList<Proposal> proposals, WorkCalendar calendar, CancellationToken cancellation)
    {
        var definition = TableReader.SourceOf(table, Path.GetFileName(table.File), table.File, time.Name);
        var faults = new DiagnosticBag();
        if (await opener.OpenAsync(definition, Path.GetDirectoryName(table.File)!, faults, cancellation).ConfigureAwait(false) is not { } source) return new Measured(proposals, null, faults.All);
        var last = await PluginGate.RunAsync(source.Call, faults, (_, stop) => LastAsync(source, time.Name, calendar, stop), cancellation).ConfigureAwait(false);
        if (last is not { Time: { } latest }) return new Measured(proposals, null, faults.All);
        var end = TableReader.KnownUntil(latest, TimeColumns.StepOf(table, time));
        // What cannot be read is counted here and told once; figures come from the rows that can.
        var lenient = source with { Definition = definition with { LeaveOutBadRows = true } };
        var metrics = proposals.Select(p => Of(p, lenient.Definition)).ToList();
        var cut = calendar.StartOf(end);
        var requests = metrics.SelectMany(m => new[]
        {
            new MeasureRequest("new", m, "recent", new Windows(calendar.StartOf(Earlier(end, m)), null, null, null, cut, m.Maturity)),
            new MeasureRequest("new", m, "all", new Windows(null, null, null, null, cut, m.Maturity)),
        }).ToList();
        var result = await new Measurer(calendar).MeasureAsync(requests, new Opened(new Dictionary<string, OpenedSource> { [definition.Name] = lenient }), null, cancellation).ConfigureAwait(false);
        double? Now(int i) => Value(result.Outcomes[i * 2].Measurement) ?? Value(result.Outcomes[(i * 2) + 1].Measurement);
        var unread = result.Outcomes.Max(o => o.Measurement?.Scan.RowsLeftOut ?? 0);
        // A proposal that cannot be measured is no proposal.
        var standing = proposals.Select((p, i) => p with { Now = Now(i) }).Where((_, i) => result.Outcomes[i * 2].Measurement is not null).ToList();
        return new Measured(standing, end, faults.All) { Unread = unread };
    }

    /// <summary>Over all rows taken together; what is counted or added up is told by the slot, as the chart shows it.</summary>
    private static double? Value(Measurement? measurement)
    {
        if (measurement is null) return null;
        if (measurement.Metric.Measure.Aggregate is not (Aggregate.Count or Aggregate.Sum or Aggregate.Distinct)) return measurement.Own.Before.Value;
        var points = measurement.Own.Points.Where(p => p.Phase == Phase.Before).Select(p => p.Value).OfType<double>().ToList();
        return points.Count == 0 ? null : points.Average();
    }

    private static DateOnly Earlier(DateOnly end, Metric metric)
    {
        var known = metric.Maturity is { } m ? end.AddDays(-(m.After(end).DayNumber - end.DayNumber)) : end;
        return metric.Per == Period.Month ? known.AddMonths(-Recent) : known.AddDays(-7 * Recent);
    }

    private static Metric Of(Proposal proposal, SourceDefinition source)
    {
        RowExpression? Parsed(string? text) => text is null or "rows" ? null : RowExpression.Parse(text, Nowhere, new DiagnosticBag());
        var value = Parsed(proposal.Measure.Value);
        return new Metric
        {
            Name = proposal.Name,
            At = Nowhere,
            Source = source,
            Time = source.Time!,
            Measure = new Core.Metrics.Measure(Enum.Parse<Aggregate>(proposal.Measure.Key, ignoreCase: true), value, Parsed(proposal.Measure.Over), null),
            Unit = proposal.Reads,
            Per = proposal.Per ?? Period.Week,
            Maturity = value?.Maturity,
        };
    }

    private static async ValueTask<Last> LastAsync(OpenedSource source, string column, WorkCalendar calendar, CancellationToken cancellation)
    {
        DateTime? last = null;
        var reader = await source.Source.OpenAsync(new ReadRequest([new ColumnRequest(column, ColumnType.Time)], new Refusals()), cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                if (!reader.IsDBNull(0) && Local(reader.GetDateTime(0), calendar) is var time && (last is null || time > last)) last = time;
        return new Last(last);
    }

    private static DateTime Local(DateTime time, WorkCalendar calendar) => time.Kind == DateTimeKind.Utc ? calendar.ToLocal(time) : time;

    private sealed record Last(DateTime? Time);
}

/// <summary>Proposals with where they stand.</summary>
/// <param name="Proposals">Those that can be measured.</param>
/// <param name="KnownUntil">Until when the table tells, exclusive; null where it could not be read to its end.</param>
/// <param name="Faults">Why it could not be.</param>
public sealed record Measured(IReadOnlyList<Proposal> Proposals, DateOnly? KnownUntil, IReadOnlyList<Diagnostic> Faults)
{
    /// <summary>Rows that hold a value which cannot be read.</summary>
    public long Unread { get; init; }
}
