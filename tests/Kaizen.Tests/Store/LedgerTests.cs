using System.Globalization;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Store;
using Kaizen.Store.Ledger;

namespace Kaizen.Tests.Store;

public sealed class LedgerTests : IDisposable
{
    private static readonly SourceSpan Nowhere = new("cycles/c.yaml", 1, 1);

    private readonly Folder folder = new();

    private string File => folder.At(LedgerFile.FileName);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026-03-01", null)]
    [InlineData("2026-03-02", 0)]
    [InlineData("2026-03-12", 10)]
    public void The_lock_is_taken_at_the_first_run_on_or_after_the_start(string asOf, int? late)
    {
        var state = Read().LockOf(Cycle(), Day(asOf));
        Assert.Equal(late, state?.DaysLate);
        if (late is not null) Assert.Equal((Day(asOf), false), (state!.Date, state.Changed));
    }

    [Fact]
    public void An_agreed_plan_is_locked_before_the_start_and_is_not_late()
    {
        var ledger = Read();
        Assert.Null(ledger.LockOf(Cycle(agreed: "2026-02-20"), Day("2026-02-19")));
        Assert.False(ledger.HasChanges);
        Assert.Equal(0, ledger.LockOf(Cycle(agreed: "2026-02-20"), Day("2026-02-20"))!.DaysLate);
    }

    [Fact]
    public void The_hash_is_sha_256_over_the_canonical_text()
    {
        // The text is written out here on purpose: what was locked once must hash the same for ever.
        const string Text = "metric wait: expect 4, between [2.5, ], confidence 0.8, because two pilot days\n";
        Assert.Equal(Sha.Of(Text), Read().LockOf(Cycle(), Day("2026-03-02"))!.Hash);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha.Of("abc"));
    }

    [Fact]
    public void It_is_taken_once_and_survives_writing_and_reading()
    {
        var first = Read();
        var taken = first.LockOf(Cycle(), Day("2026-03-04"));
        Assert.True(first.HasChanges);
        Assert.Equal(taken, first.LockOf(Cycle(), Day("2026-03-04")));
        first.Save();
        Assert.False(first.HasChanges);
        Assert.Single(System.IO.File.ReadAllLines(File));

        var second = Read();
        Assert.Equal(taken, second.LockOf(Cycle(), Day("2026-06-01")));
        Assert.False(second.HasChanges);
        second.Save();
        Assert.Single(System.IO.File.ReadAllLines(File));
    }

    [Fact]
    public void Changed_predictions_are_told_and_the_lock_stays()
    {
        Locked("2026-03-02");
        var same = Read().LockOf(Cycle(), Day("2026-04-01"))!;
        var changed = Read().LockOf(Cycle(expect: 5), Day("2026-04-01"))!;
        var removed = Read().LockOf(Cycle(expect: null), Day("2026-04-01"))!;
        Assert.Equal((false, true, true), (same.Changed, changed.Changed, removed.Changed));
        Assert.Equal(same.Hash, changed.Hash);
    }

    [Fact]
    public void A_lock_later_than_the_as_of_is_not_seen_and_no_second_is_taken()
    {
        Locked("2026-03-10");
        var ledger = Read();
        Assert.Null(ledger.LockOf(Cycle(), Day("2026-03-09")));
        Assert.False(ledger.HasChanges);
        Assert.NotNull(ledger.LockOf(Cycle(), Day("2026-03-10")));
    }

    [Fact]
    public void A_cycle_without_predictions_or_dates_has_nothing_to_lock()
    {
        var ledger = Read();
        Assert.Null(ledger.LockOf(Cycle(expect: null), Day("2026-04-01")));
        Assert.Null(ledger.LockOf(Cycle() with { Do = new Do() }, Day("2026-04-01")));
        Assert.False(ledger.HasChanges);
        ledger.Save();
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Predictions_of_countermeasures_are_locked_too()
    {
        var cycle = Cycle(expect: null);
        cycle = cycle with { Plan = new Plan { Countermeasures = [new Countermeasure { Id = "rota", Text = "t", Predicts = new Prediction(4, 2.5, 5.5, 0.9, "a\nb ") }] } };
        Assert.Equal(Sha.Of("countermeasure rota: expect 4, between [2.5, 5.5], confidence 0.9, because a b\n"), Read().LockOf(cycle, Day("2026-03-02"))!.Hash);
    }

    [Fact]
    public void Each_cycle_has_its_own_chain_so_that_two_branches_merge()
    {
        Locked("2026-03-02", "a");
        Locked("2026-03-02", "b");
        var lines = System.IO.File.ReadAllLines(File);
        Assert.All(lines, l => Assert.Contains("\"previous\":null", l, StringComparison.Ordinal));
        System.IO.File.WriteAllLines(File, [lines[1], lines[0]]);
        Assert.Empty(Faults());
    }

    [Fact]
    public void A_second_line_of_a_cycle_carries_the_hash_of_the_first()
    {
        Chain();
        Assert.Empty(Faults());
    }

    [Fact]
    public void A_changed_line_is_named_by_the_line_after_it()
    {
        Chain();
        var lines = System.IO.File.ReadAllLines(File);
        lines[1] = lines[1].Replace("2026-03-02", "2026-03-01", StringComparison.Ordinal);
        System.IO.File.WriteAllLines(File, lines);
        var fault = Assert.Single(Faults());
        Assert.Equal(("KZ4102", new SourceSpan("ledger.ndjson", 3, 1, lines[2].Length)), (fault.Code, fault.Span!.Value));
        Assert.Contains("'c'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_and_a_moved_line_break_the_chain()
    {
        Chain();
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllLines(File, [lines[0], lines[2]]);
        Assert.Equal(["KZ4102:2"], Names());
        System.IO.File.WriteAllLines(File, [lines[0], lines[2], lines[1]]);
        Assert.Equal(["KZ4102:2", "KZ4102:3"], Names());
    }

    [Fact]
    public void Predictions_that_do_not_match_their_hash_are_found_on_their_own_line()
    {
        Locked("2026-03-02");
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("expect 4", "expect 9", StringComparison.Ordinal));
        Assert.Equal(["KZ4102:1"], Names());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("   ")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("""{"cycle":"c","act":"lock","date":"yesterday","started":null,"predictions":"p","hash":"h","previous":null}""")]
    [InlineData("""{"cycle":null,"act":"lock","date":"2026-03-02","started":null,"predictions":"p","hash":"h","previous":null}""")]
    [InlineData("""{"cycle":"c","act":"lock","date":"2026-03-02","started":null,"predictions":"p","hash":"h","previous":null,"more":1}""")]
    public void A_line_that_is_none_is_named_and_the_rest_is_read(string garbage)
    {
        Locked("2026-03-02");
        System.IO.File.AppendAllText(File, garbage + "\n");
        Assert.Equal(["KZ4101:2"], Names());
        Assert.NotNull(Read(false).LockOf(Cycle(), Day("2026-03-02")));
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\n", false)]
    [InlineData("\n\n\n", true)]
    public void Line_ends_of_any_kind_read_and_extend_alike(string end, bool atTheEnd)
    {
        Locked("2026-03-02");
        var line = System.IO.File.ReadAllText(File).TrimEnd();
        System.IO.File.WriteAllText(File, line + (atTheEnd ? end : ""), new UTF8Encoding(encoderShouldEmitUTF8Identifier: end == "\r\n"));
        Assert.Empty(Faults());
        Locked("2026-03-05", "d");
        Assert.Empty(Faults());
        Assert.Equal(2, System.IO.File.ReadAllLines(File).Count(l => l.Length > 0));
        Assert.StartsWith("{", System.IO.File.ReadAllLines(File)[^1], StringComparison.Ordinal);
    }

    /// <summary>Line 1 belongs to another cycle, lines 2 and 3 are a chain of cycle c.</summary>
    private void Chain()
    {
        Locked("2026-03-02", "a");
        Locked("2026-03-02");
        var previous = Sha.Of(System.IO.File.ReadAllLines(File)[1]);
        System.IO.File.AppendAllText(File, $$"""{"cycle":"c","act":"later","date":"2026-04-01","started":null,"predictions":"p","hash":"{{Sha.Of("p")}}","previous":"{{previous}}"}""" + "\n");
    }

    private void Locked(string asOf, string id = "c")
    {
        var ledger = Read();
        ledger.LockOf(Cycle(id: id), Day(asOf));
        ledger.Save();
    }

    private LedgerFile Read(bool clean = true)
    {
        var bag = new DiagnosticBag();
        var ledger = LedgerFile.Read(folder.Path, bag);
        if (clean) Assert.Empty(bag.All);
        return ledger;
    }

    private IReadOnlyList<Diagnostic> Faults()
    {
        var bag = new DiagnosticBag();
        LedgerFile.Read(folder.Path, bag);
        return bag.All;
    }

    private IEnumerable<string> Names() => Faults().Select(d => $"{d.Code}:{d.Span!.Value.Line}");

    private static Cycle Cycle(double? expect = 4, string? agreed = null, string id = "c") => new()
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

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
