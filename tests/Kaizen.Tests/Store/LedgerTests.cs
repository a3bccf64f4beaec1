using System.Text;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Store;

namespace Kaizen.Tests.Store;

public sealed class LedgerTests : LedgerBench
{
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
        Assert.True(first.Save(new DiagnosticBag()));
        Assert.False(first.HasChanges);
        Assert.Single(System.IO.File.ReadAllLines(File));

        var second = Read();
        Assert.Equal(taken, second.LockOf(Cycle(), Day("2026-06-01")));
        Assert.False(second.HasChanges);
        Assert.True(second.Save(new DiagnosticBag()));
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
        Assert.True(ledger.Save(new DiagnosticBag()));
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
    public void An_act_of_another_day_than_the_clocks_says_when_it_was_written_down()
    {
        Assert.Equal(Today, Read().LockOf(Cycle(), Day("2026-03-02"))!.Recorded);
        Assert.Null(Read().LockOf(Cycle(), Today)!.Recorded);
        Locked("2026-03-02");
        Assert.Contains("\"date\":\"2026-03-02\",\"recorded\":\"2026-06-01\"", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_stand_in_order_of_cycle_and_each_cycle_has_its_own_chain()
    {
        Locked("2026-03-02", "b");
        Locked("2026-03-02", "c");
        Locked("2026-03-02", "a");
        Ask("b", "why?");
        Assert.Equal(["a lock", "b lock", "b ask", "c lock"], Parsed().Select(l => $"{l.Cycle} {l.Act}"));
        Assert.Equal([null, null, Parsed()[1].Hash, null], Parsed().Select(l => l.Previous));
        Assert.Empty(Faults());
    }

    [Fact]
    public void Two_runs_that_lock_at_once_leave_the_first_lock()
    {
        var (one, other) = (Read(), Read());
        one.LockOf(Cycle(), Day("2026-03-02"));
        other.LockOf(Cycle(expect: 9), Day("2026-03-03"));
        other.LockOf(Cycle(id: "d"), Day("2026-03-03"));
        Assert.True(one.Save(new DiagnosticBag()));
        Assert.True(other.Save(new DiagnosticBag()));
        Assert.Equal(["c", "d"], Parsed().Select(l => l.Cycle));
        Assert.Contains("expect 4", Parsed()[0].Predictions, StringComparison.Ordinal);
        Assert.Empty(Faults());
    }

    [Fact]
    public void Nothing_is_written_to_a_ledger_that_was_damaged_meanwhile()
    {
        Locked("2026-03-02");
        var ledger = Read();
        ledger.Ask("c", Day("2026-03-03"), "sam", "why?");
        System.IO.File.WriteAllText(File, "garbage\n");
        var faults = new DiagnosticBag();
        Assert.False(ledger.Save(faults));
        Assert.Equal(("KZ4101", "garbage\n"), (Assert.Single(faults.All).Code, System.IO.File.ReadAllText(File)));
    }

    [Fact]
    public void Questions_answers_and_signatures_are_seen_from_their_date_on()
    {
        var ledger = Read();
        var id = ledger.Ask("c", Day("2026-03-05"), "sam", "What did you \"see\"?\nWhere – exactly?");
        ledger.Answer("c", Day("2026-03-07"), "priya", id, "At the desk.");
        ledger.Sign(Cycle(), Day("2026-03-08"), "ines", "G2");
        Assert.True(ledger.Save(new DiagnosticBag()));

        var notes = Read().NotesOf("c", Day("2026-03-08"));
        var question = Assert.Single(notes.Questions);
        Assert.Equal((id, "sam", "What did you \"see\"?\nWhere – exactly?"), (question.Id, question.By, question.Text));
        Assert.Equal(new Answer(Day("2026-03-07"), "priya", "At the desk."), Assert.Single(question.Answers));
        Assert.Equal(new SignOff("G2", Day("2026-03-08"), "ines", "00"), Assert.Single(notes.SignOffs));
        Assert.Empty(notes.Open);
        Assert.Single(Read().NotesOf("c", Day("2026-03-06")).Open);
        Assert.Empty(Read().NotesOf("c", Day("2026-03-04")).Questions);
        Assert.Empty(Read().NotesOf("d", Day("2026-03-08")).Questions);
    }

    [Fact]
    public void Any_changed_character_is_found_and_its_line_named()
    {
        Locked("2026-03-02", "a");
        Locked("2026-03-02");
        Ask("c", "why?");
        var whole = System.IO.File.ReadAllText(File);
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var at = random.Next(whole.Length);
            var other = (char)random.Next(' ', '~');
            if (whole[at] is '\n' || whole[at] == other) continue;
            System.IO.File.WriteAllText(File, $"{whole[..at]}{other}{whole[(at + 1)..]}");
            var line = whole[..at].Count(c => c == '\n') + 1;
            Assert.Equal(line, Faults().Select(f => f.Span!.Value.Line).FirstOrDefault());
        }
    }

    [Fact]
    public void A_line_changed_together_with_its_hash_is_found_by_the_line_that_follows_it()
    {
        Locked("2026-03-02");
        Ask("c", "why?");
        var lines = System.IO.File.ReadAllLines(File);
        lines[0] = (Parsed()[0] with { Date = Day("2026-02-01") }).ToText();
        System.IO.File.WriteAllLines(File, lines);
        Assert.Contains("KZ4102:2", Names());
    }

    [Fact]
    public void A_removed_and_a_moved_line_break_the_chain()
    {
        Locked("2026-03-02", "a");
        Locked("2026-03-02");
        Ask("c", "why?");
        Ask("c", "where?");
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllLines(File, [lines[0], lines[1], lines[3]]);
        Assert.Equal(["KZ4102:3"], Names());
        System.IO.File.WriteAllLines(File, [lines[0], lines[2], lines[1], lines[3]]);
        Assert.Equal(["KZ4102:2"], Names());
    }

    [Fact]
    public void Two_branches_that_added_to_one_cycle_verify_when_both_sides_are_kept()
    {
        Locked("2026-03-02");
        var common = System.IO.File.ReadAllText(File);
        Ask("c", "ours?");
        var ours = System.IO.File.ReadAllLines(File)[1];
        System.IO.File.WriteAllText(File, common);
        Ask("c", "theirs?");
        System.IO.File.AppendAllText(File, ours + "\n" + ours + "\n");
        Assert.Empty(Faults());
        Assert.Equal(["theirs?", "ours?"], Read().NotesOf("c", Today).Questions.Select(q => q.Text));
        Ask("c", "next?");
        Assert.Empty(Faults());
    }

    [Fact]
    public void Of_two_locks_that_a_merge_brought_together_the_earlier_stands()
    {
        Locked("2026-03-05");
        var later = System.IO.File.ReadAllText(File);
        System.IO.File.Delete(File);
        Locked("2026-03-03");
        System.IO.File.WriteAllText(File, later + System.IO.File.ReadAllText(File));
        Assert.Equal(Day("2026-03-03"), Read().LockOf(Cycle(), Day("2026-04-01"))!.Date);
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
    [InlineData("""{"cycle":"c","act":"lock","date":"2026-03-02","predictions":"p"}""")]
    [InlineData("""{"cycle":"c","act":"lock","date":"2026-03-02","predictions":7,"hash":"h"}""")]
    [InlineData("""{"cycle":"c","act":"ask","date":"2026-03-02","text":"\ud800","hash":"h"}""")]
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
}
