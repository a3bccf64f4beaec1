using System.Globalization;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Store.Ledger;

namespace Kaizen.Tests.Store;

/// <summary>A ledger in a folder of its own, and a cycle to lock.</summary>
public abstract class LedgerBench : IDisposable
{
    private static readonly SourceSpan Nowhere = new("cycles/c.yaml", 1, 1);

    private protected static readonly DateOnly Today = new(2026, 6, 1);

    private readonly Folder folder = new();

    private protected string File => folder.At(WorkspaceLedger.FileName);

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Ask(string cycle, string text)
    {
        var ledger = Read();
        ledger.Ask(cycle, Day("2026-03-05"), "sam", text);
        Assert.True(ledger.Save(new DiagnosticBag()));
    }

    private protected LedgerLine[] Parsed() => [.. System.IO.File.ReadAllLines(File).Select(l => LedgerLine.FromText(l, out _))];

    private protected void Locked(string asOf, string id = "c", double expect = 4, string? clock = null)
    {
        var ledger = Read(clock: clock);
        ledger.LockOf(Cycle(expect, id: id), Day(asOf));
        Assert.True(ledger.Save(new DiagnosticBag()));
    }

    private protected WorkspaceLedger Read(bool clean = true, string? clock = null)
    {
        var bag = new DiagnosticBag();
        var ledger = WorkspaceLedger.Read(folder.Path, clock is null ? Today : Day(clock), bag);
        if (clean) Assert.Empty(bag.All);
        return ledger;
    }

    private protected IReadOnlyList<Diagnostic> Faults()
    {
        var bag = new DiagnosticBag();
        WorkspaceLedger.Read(folder.Path, Today, bag);
        return bag.All;
    }

    private protected string[] Names() => [.. Faults().Select(d => $"{d.Code}:{d.Span!.Value.Line}")];

    private protected static Cycle Cycle(double? expect = 4, string? agreed = null, string id = "c") => new()
    {
        Id = id,
        File = "cycles/c.yaml",
        Title = "t",
        DefinitionHash = "00",
        Plan = new Plan { Agreed = agreed is null ? null : new Agreement(Day(agreed), []) },
        Do = new Do { Started = Day("2026-03-02") },
        Metrics =
        [
            new Metric
            {
                Name = "wait", At = Nowhere, Time = new Written("at", Nowhere), Measure = new Measure(Aggregate.Count, null, null, null),
                Source = new SourceDefinition { Name = "rows", At = Nowhere, Use = new Written("csv", Nowhere) },
                Prediction = expect is { } e ? new Prediction(e, 2.5, null, 0.8, "two pilot days") : null,
            },
        ],
    };

    private protected static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
