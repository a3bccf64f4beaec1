using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Hosting;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Cli.Commands;

/// <summary>Where the number of a new cycle comes from.</summary>
internal sealed record FoundNumber
{
    /// <summary>The metrics, the leading one first; none where the cycle begins without.</summary>
    public IReadOnlyList<NewMetric> Metrics { get; init; } = [];

    public TableSource? Source { get; init; }

    /// <summary>A file that is to be made for it.</summary>
    public (string Path, string Text)? File { get; init; }

    /// <summary>Name of a number that is written down by hand, or null.</summary>
    public string? ByHand { get; init; }

    /// <summary>What a person is told once everything is written.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>The day after the last row, from which dates are proposed.</summary>
    public DateOnly? KnownUntil { get; init; }
}

/// <summary>Finds the number of a new cycle: in a table, in a file that is kept by hand, or nowhere yet.</summary>
internal sealed class NewNumber(NewOptions options, string folder, Workspace? workspace, Names names, Interview? interview) : IDisposable
{
    private readonly WorkCalendar calendar = workspace?.Calendar ?? new WorkCalendar(TimeZoneInfo.Local);
    private TrimmedTable? trimmed;

    /// <summary>Takes the copy away from which a table is read; the workspace has one of its own by then.</summary>
    public void Dispose() => trimmed?.Dispose();

    /// <summary>The number, or null where a diagnostic says why there is none.</summary>
    public async Task<FoundNumber?> FindAsync(DiagnosticBag faults, CancellationToken cancellation)
    {
        var (from, value) = (options.From, options.Value);
        if (from is null && value is null && options.After is null && interview is not null)
        {
            var typed = await interview.OfAsync<string>("Which number shows it? A CSV file, or a name for a number that you write down by hand:", null,
                "A file that some program exports, such as exports/tickets.csv: it is looked at and proposals are made.\nOr a word such as days_late: then 'kaizen note value days_late 5.2' adds what you see to data/days_late.csv.",
                t => t.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !File.Exists(t) ? (null, $"There is no file '{t}'.") : (t, null));
            if (typed is not null && File.Exists(typed)) from = typed;
            else value = typed;
        }

        return from is not null ? await InTableAsync(from, faults, cancellation) : value is not null ? await ByHandAsync(value) : new FoundNumber();
    }

    private async Task<FoundNumber> ByHandAsync(string number)
    {
        var name = Names.Metric(number);
        var (source, file) = TableSource.ByHand(folder, name, names);
        var proposal = new Proposal(name, new ProposedMeasure("mean", "value"), $"{Names.Title(name)} as written down by hand; mean of the {{per}}.");
        var better = await BetterAsync(proposal with { Better = Better.Lower });
        return new FoundNumber
        {
            Metrics = [NewMetric.Of(proposal, better, source.Name, names.HasPer)],
            Source = source,
            File = file,
            ByHand = name,
            Told = [$"Every time that you see the number: kaizen note value {name} 5.2, or for another day: kaizen note value {name} 2026-09-28 5.2. Each becomes a row of {source.Path}."],
        };
    }

    private async Task<FoundNumber?> InTableAsync(string file, DiagnosticBag faults, CancellationToken cancellation)
    {
        if (Headed(file, faults) is not { } headed || await LookAsync(headed, faults, cancellation) is not { } table) return null;
        Interview.Say(Described(table));
        foreach (var remark in table.Remarks) Interview.Say($"  {remark}");
        var time = await TimeAsync(table);
        var measured = await KaizenHost.ProposeAsync(table, time, calendar, cancellation);
        faults.AddRange(measured.Faults);
        if (measured.Proposals.Count == 0) faults.Add(Catalogue.NothingToMeasure.At(null, Path.GetFileName(file), "") with { Details = [.. table.Columns.Take(12).Select(TableText.Describe)] });
        if (faults.HasErrors) return null;
        if (await ChosenAsync(measured.Proposals, faults) is not { } chosen) return null;
        var source = TableSource.Of(folder, table, time.Name, measured, names);
        var first = await BetterAsync(chosen[0]);
        var told = new List<string>();
        if (source.Edits.Count > 0) told.Add($"Source '{source.Name}' in kaizen.yaml reads {source.Path} by {time.Name}{(measured.KnownUntil is { } known ? $", known until {known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; move that date with every new export" : "")}.");
        if (measured.Unread > 0) told.Add($"{measured.Unread} {(measured.Unread == 1 ? "row holds a value" : "rows hold values")} that cannot be read; {(measured.Unread == 1 ? "it is" : "they are")} left out ('bad_rows: leave_out' at the source), and the sheet says so.");
        return new FoundNumber
        {
            Metrics = [.. chosen.Select((p, i) => NewMetric.Of(p, i == 0 ? first : p.Better, source.Name, names.HasPer))],
            Source = source,
            Told = told,
            KnownUntil = measured.KnownUntil,
        };
    }

    /// <summary>The file, or a copy of it without the lines above its header; null where the file lies in the workspace, whose files are left alone.</summary>
    private string? Headed(string file, DiagnosticBag faults)
    {
        var above = 0;
        try
        {
            above = TitleRows.Above(file);
            if (above == 0) return file;
            var lines = above == 1 ? "the line above it" : $"the {above} lines above it";
            if (TableSource.Inside(folder, file))
            {
                faults.Add(Catalogue.NotATable.Hinting($"take {lines} away, or name a file outside of the workspace: its copy leaves them out", null, Path.GetFileName(file), $"the names of its columns seem to stand in line {above + 1}"));
                return null;
            }

            trimmed = TitleRows.Trim(file, above);
            Interview.Say($"The names of columns stand in line {above + 1}; the copy in the workspace leaves out {lines}.");
            return trimmed.File;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Its source says why it cannot be read.
            return file;
        }
    }

    private async Task<TableLook?> LookAsync(string file, DiagnosticBag faults, CancellationToken cancellation)
    {
        var (table, found) = await KaizenHost.LookAsync(file, null, cancellation);
        if (table is { Order: DayOrder.Open } && interview is not null)
        {
            var example = table.TimeColumns.SelectMany(c => c.Values).First(v => v.Length > 0);
            var order = await interview.OfAsync<string>($"Dates such as {example}: does the day come first, or the month?", "day",
                "No number in the dates is above 12, so nothing in the file tells.\nType day or month.", t => t.ToLowerInvariant() is "day" or "month" ? (t.ToLowerInvariant(), null) : (null, "day or month?"), needed: true);
            (table, found) = await KaizenHost.LookAsync(file, order == "month" ? DayOrder.MonthFirst : DayOrder.DayFirst, cancellation);
        }

        faults.AddRange(found);
        return faults.HasErrors ? null : table;
    }

    private async Task<ColumnLook> TimeAsync(TableLook table)
    {
        var times = table.OpenTimes;
        if (interview is null || times.Count == 0) return table.TimeColumns[0];
        var list = string.Join(", ", times.Select(c => c.Name));
        return await interview.OfAsync<ColumnLook>($"Which date says when a row happened ({list})?", times[0].Name,
            "Rows are counted in the week of this date. The earliest one is mostly right: what was asked in March belongs to March,\nhowever late it was answered.",
            t => table.TimeColumns.FirstOrDefault(c => c.Name.Equals(t, StringComparison.OrdinalIgnoreCase)) is { } column ? (column, null) : (null, $"One of {list}, please."), needed: true) ?? times[0];
    }

    private async Task<IReadOnlyList<Proposal>?> ChosenAsync(IReadOnlyList<Proposal> proposals, DiagnosticBag faults)
    {
        Interview.Say("Numbers that this file could show:");
        Terminal.Out.Write(TableText.List(proposals));
        if (interview is null || options.Metrics.Count > 0)
        {
            var named = options.Metrics.SelectMany(m => m.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(m => (Name: m, Proposal: Find(m, proposals))).ToList();
            foreach (var (name, _) in named.Where(n => n.Proposal is null))
                faults.Add(Catalogue.UnknownName.Hinting(Nearest.Hint(name, [.. proposals.Select(p => p.Name)]) ?? $"one of {string.Join(", ", proposals.Select(p => p.Name))}", null, "proposal", name));
            return faults.HasErrors ? null : named.Count == 0 ? [proposals[0]] : [.. named.Select(n => n.Proposal!).Distinct()];
        }

        return await interview.OfAsync<IReadOnlyList<Proposal>>("Which of them shows it? One number, or several such as 1,3; the first one leads:", "1",
            "The number in which the people who have the problem would see that it is gone.\nA second one can say what must not get worse.",
            t => Several(t, proposals) is { Count: > 0 } several ? (several, null) : (null, $"Type one of 1 to {proposals.Count}, or some with commas."), needed: true) ?? [proposals[0]];
    }

    private static List<Proposal>? Several(string typed, IReadOnlyList<Proposal> proposals)
    {
        var found = typed.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(t => Find(t, proposals)).ToList();
        return found.Contains(null) ? null : [.. found.OfType<Proposal>().Distinct()];
    }

    private static Proposal? Find(string typed, IReadOnlyList<Proposal> proposals) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= proposals.Count
            ? proposals[number - 1] : proposals.FirstOrDefault(p => p.Name.Equals(typed, StringComparison.OrdinalIgnoreCase));

    private async Task<Better> BetterAsync(Proposal proposal)
    {
        var likely = proposal.Better == Better.Lower ? "lower" : "higher";
        if (interview is null) return proposal.Better;
        var typed = await interview.OfAsync<string>($"{proposal.Name}: is lower better, or higher?", likely,
            "Without a direction no change is called better or worse.\nType lower or higher; l or h will do.",
            t => t.ToLowerInvariant() is "lower" or "l" ? ("lower", null) : t.ToLowerInvariant() is "higher" or "h" ? ("higher", null) : (null, "lower or higher?"), needed: true);
        return typed switch { "lower" => Better.Lower, "higher" => Better.Higher, _ => proposal.Better };
    }

    private static string Described(TableLook table) => string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(table.File)}: {Counted(table.Rows, "row")}, {Counted(table.Columns.Count, "column")}, {TableText.Dialect(table)}.");

    private static string Counted(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}
