using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Store;
using Kaizen.Store.Ledger;

namespace Kaizen.Tests.Store;

/// <summary>Days that have not come, merges of one day, signatures, and lines that others wrote.</summary>
public sealed class LedgerDayTests : LedgerBench
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_locks_of_one_day_the_same_stands_in_either_order_of_a_merge(bool turned)
    {
        Locked("2026-03-03");
        var ours = System.IO.File.ReadAllText(File);
        System.IO.File.Delete(File);
        Locked("2026-03-03", expect: 5);
        var theirs = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, turned ? theirs + ours : ours + theirs);
        var lower = Parsed().MinBy(l => l.Hash, StringComparer.Ordinal)!;
        Assert.Equal(Sha.Of(lower.Predictions!), Read().LockOf(Cycle(), Day("2026-04-01"))!.Hash);
    }

    [Fact]
    public void No_lock_is_taken_on_a_day_that_has_not_come()
    {
        var ledger = Read();
        Assert.Null(ledger.LockOf(Cycle(), Today.AddDays(1)));
        Assert.Equal((false, "c"), (ledger.HasChanges, Assert.Single(ledger.Ahead)));
        Assert.NotNull(ledger.LockOf(Cycle(), Today));
    }

    [Theory]
    [InlineData("2027-05-01")]
    [InlineData("2026-06-02")]
    public void A_lock_taken_under_a_clock_that_was_ahead_keeps_nobody_from_the_real_one(string ahead)
    {
        Locked(ahead, clock: ahead);
        Locked("2026-03-02", "b");
        var looks = Read();
        Assert.Null(looks.LockOf(Cycle(expect: 5), Today, take: false));
        Assert.Equal(2, Assert.Single(looks.TellUnborn(new HashSet<string> { "c" })).Span!.Value.Line);
        Assert.Empty(looks.TellUnborn(new HashSet<string> { "b" }));

        var ledger = Read();
        Assert.Equal((Today, false), (ledger.LockOf(Cycle(expect: 5), Today)!.Date, ledger.LockOf(Cycle(expect: 5), Today)!.Changed));
        ledger.LockOf(Cycle(id: "a"), Today);
        var told = Assert.Single(ledger.TellUnborn(new HashSet<string> { "a", "b", "c" }));
        Assert.Equal($"This lock on the predictions of 'c' is of {ahead}, which lies after today, 2026-06-01: it does not count.", told.Message);
        Assert.True(ledger.Save(new DiagnosticBag()));
        Assert.Equal(("KZ4110", ahead), (told.Code, $"{Parsed()[told.Span!.Value.Line - 1].Day:yyyy-MM-dd}"));

        // A second run says the same, and once the day has come the earlier lock stands.
        Assert.Equal(told, Assert.Single(Read().TellUnborn(new HashSet<string> { "c" })));
        var then = Read(clock: ahead);
        Assert.Equal((Today, true), (then.LockOf(Cycle(), Day(ahead))!.Date, then.LockOf(Cycle(), Day(ahead))!.Changed));
        Assert.Empty(then.TellUnborn(new HashSet<string> { "c" }));
        Assert.False(then.HasChanges);
        Assert.Empty(Faults());
    }

    [Fact]
    public void Lines_of_the_future_count_from_the_day_on_which_they_were_written_down()
    {
        var lines = new List<LedgerLine>();
        var first = LedgerFile.Insert(lines, new LedgerLine { Cycle = "c", Act = LedgerLine.Lock, Date = Day("2099-01-01"), Recorded = Day("2026-03-05"), Started = Day("2026-03-02"), Predictions = "p" });
        LedgerFile.Insert(lines, new LedgerLine { Cycle = "c", Act = LedgerLine.Ask, Date = Day("2099-01-01"), Recorded = Day("2026-03-06"), By = "sam", Text = "why?" });
        LedgerFile.Write(File, lines);
        Assert.Null(Read().LockOf(Cycle(), Day("2026-03-04")));
        var state = Read().LockOf(Cycle(), Day("2026-03-05"))!;
        Assert.Equal((Day("2026-03-05"), 3, true, null), (state.Date, state.DaysLate, state.Changed, state.Recorded));
        Assert.Equal(Day("2099-01-01"), first.Date);
        Assert.Empty(Read().NotesOf("c", Day("2026-03-05")).Questions);
        Assert.Equal(Day("2026-03-06"), Assert.Single(Read().NotesOf("c", Day("2026-03-06")).Questions).Date);
    }

    [Fact]
    public void Who_only_looks_takes_no_lock_and_sees_none()
    {
        var ledger = Read();
        Assert.Null(ledger.LockOf(Cycle(), Today, take: false));
        Assert.False(ledger.HasChanges);
        Locked("2026-03-02");
        Assert.NotNull(Read().LockOf(Cycle(), Today, take: false));
    }

    [Theory]
    [InlineData(null, "priya", true)]
    [InlineData("ines", "ines", true)]
    [InlineData("ines", "sam", false)]
    public void A_plan_that_was_signed_is_locked_before_the_start(string? sponsor, string by, bool locked)
    {
        var cycle = Cycle() with { People = new People { Sponsor = sponsor } };
        var ledger = Read();
        ledger.Sign(cycle, Day("2026-02-18"), by, "G1");
        Assert.Null(ledger.LockOf(cycle, Day("2026-02-21")));
        ledger.Sign(cycle, Day("2026-02-20"), by, "G2");
        Assert.Null(ledger.LockOf(cycle, Day("2026-02-19")));
        Assert.Equal(locked ? Day("2026-02-21") : null, ledger.LockOf(cycle, Day("2026-02-21"))?.Date);
    }

    [Theory]
    [InlineData("""{"cycle":"c","act":"waive","date":"2026-03-05","rule":"K05","because":"too small"}""")]
    [InlineData("""{"cycle":"c","act":"ask","date":"2026-03-05","by":"sam","text":"why?","tone":"kind"}""")]
    public void A_line_of_a_newer_kaizen_is_named_and_stays_to_the_letter(string body)
    {
        Locked("2026-03-02");
        Foreign(body);
        var line = System.IO.File.ReadAllLines(File)[1];
        var warning = Assert.Single(Faults());
        Assert.Equal(("KZ4104", Severity.Warning, 2), (warning.Code, warning.Severity, warning.Span!.Value.Line));
        var ledger = Read(false);
        ledger.Ask("c", Day("2026-03-06"), "sam", "and?");
        var saving = new DiagnosticBag();
        Assert.True(ledger.Save(saving));
        Assert.Empty(saving.All);
        Assert.Equal(line, System.IO.File.ReadAllLines(File)[1]);
        Assert.Equal(["KZ4104:2"], Names());

        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("2026-03-05\"", "2026-03-04\"", StringComparison.Ordinal));
        Assert.Contains("KZ4103:2", Names());
    }

    [Theory]
    [InlineData("""{"cycle":"c","act":"sign","date":"2026-03-05","by":"ines","gate":"G2","definition":"00","withdrawn":"yes"}""")]
    [InlineData("""{"cycle":"c","act":"ask","date":"2026-03-05","by":"sam","text":"why?","tone":"kind"}""")]
    public void What_a_newer_kaizen_says_of_a_note_may_turn_its_sense_so_none_of_it_shows(string body)
    {
        Foreign(body);
        var notes = Read(false).NotesOf("c", Today);
        Assert.Equal((0, 0), (notes.Questions.Count, notes.SignOffs.Count));
        Assert.Contains("it is kept, but nothing of it shows.", Assert.Single(Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_too_many_does_not_undo_a_lock()
    {
        Foreign("""{"cycle":"c","act":"lock","date":"2026-03-05","started":"2026-03-02","predictions":"p","tone":"kind"}""");
        var ledger = Read(false);
        Assert.Equal((Day("2026-03-05"), true), (ledger.LockOf(Cycle(), Today)!.Date, ledger.LockOf(Cycle(), Today)!.Changed));
        Assert.False(ledger.HasChanges);
        Assert.Contains("it is kept, and the lock counts.", Assert.Single(Faults()).Message, StringComparison.Ordinal);
    }

    private void Foreign(string body) => System.IO.File.AppendAllText(File, $"{body[..^1]},\"hash\":\"{Sha.Of(body)}\"}}\n");

    [Fact]
    public void An_answer_to_nothing_is_named()
    {
        Locked("2026-03-02");
        var lines = Parsed().ToList();
        LedgerFile.Insert(lines, new LedgerLine { Cycle = "c", Act = LedgerLine.Answer, Date = Day("2026-03-05"), By = "sam", Text = "So.", About = lines[0].Hash });
        LedgerFile.Insert(lines, new LedgerLine { Cycle = "c", Act = LedgerLine.Answer, Date = Day("2026-03-05"), By = "sam", Text = "So." });
        LedgerFile.Write(File, lines);
        Assert.Equal(["KZ4105:2", "KZ4105:3"], Names());
    }

    [Fact]
    public void A_folder_in_its_place_is_no_missing_ledger()
    {
        Directory.CreateDirectory(File);
        Assert.Equal("KZ4106", Assert.Single(Faults()).Code);
    }
}
