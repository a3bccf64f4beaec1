using System.Diagnostics;
using System.Text;
using Kaizen.Abstractions;

namespace Kaizen.Tests.Definitions;

/// <summary>Faults that no comment in a file can mark: encodings, sizes, depth.</summary>
public sealed class FileTextTests
{
    private const string Good = "title: Anfragen müssen warten\nmetrics: { wait: { median: hours, better: lower } }\n";

    private static Diagnostic Only(string text) => Only(Encoding.UTF8.GetBytes(text));

    private static Diagnostic Only(byte[] bytes)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("cycles/first.yaml", bytes);
        var read = workspace.Read()!;
        Assert.Empty(read.Cycles);
        Assert.Equal([("first", "cycles/first.yaml")], read.Faulty);
        var fault = Assert.Single(workspace.Faults.All);
        Assert.Equal("first", fault.Cycle);
        return fault;
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Wide_encodings_are_named(string encoding)
    {
        var e = Encoding.GetEncoding(encoding);

        var marked = Only([.. e.GetPreamble(), .. e.GetBytes(Good)]);

        Assert.Equal("KZ1003", marked.Code);
        Assert.Contains(encoding[..6].ToUpperInvariant(), marked.Message, StringComparison.Ordinal);
        Assert.Equal("save the file as UTF-8", marked.Hint);
    }

    [Fact]
    public void Utf16_without_a_mark_is_told_too() => Assert.Equal("KZ1003", Only(Encoding.Unicode.GetBytes(Good)).Code);

    [Fact]
    public void A_byte_that_is_not_utf8_is_pointed_at()
    {
        var fault = Only(Encoding.Latin1.GetBytes("title: ok\r\nproblem: Anfragen müssen warten\n"));

        Assert.Equal(("KZ1003", "cycles/first.yaml:2:20"), (fault.Code, fault.Span.ToString()));
        Assert.Contains("0xFC", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: a\0b\n", "U+0000", 9)]
    [InlineData("title: ab\u0007\n", "U+0007", 10)]
    public void Control_characters_are_refused(string text, string named, int column)
    {
        var fault = Only(text);

        Assert.Equal(("KZ1005", column), (fault.Code, fault.Span!.Value.Column));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("---\n")]
    [InlineData("~\n")]
    public void Empty_files_say_so(string text) => Assert.Equal("KZ1004", Only(text).Code);

    [Theory]
    [InlineData("title: a\n\t\n", 2)]
    [InlineData("title: a\n\t\t\nproblem: b\n", 2)]
    [InlineData("plan:\n  background: a\n \tcurrent: b\n", 3)]
    public void Tabs_at_the_start_of_a_line_are_told_even_where_nothing_follows(string text, int line)
    {
        var fault = Only(text);

        Assert.Equal(("KZ1006", line), (fault.Code, fault.Span!.Value.Line));
    }

    [Fact]
    public void A_large_file_is_not_parsed()
    {
        var watch = Stopwatch.StartNew();

        var fault = Only("title: x\nbackground: |\n" + string.Concat(Enumerable.Repeat("  all work and no play\n", 450_000)));

        Assert.Equal("KZ1002", fault.Code);
        Assert.Contains("9.9 MB", fault.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void A_file_nested_ten_thousand_deep_ends_in_a_diagnostic(string opening) =>
        Assert.Equal("KZ1011", Only("title: x\nplan:\n  " + string.Concat(Enumerable.Repeat(opening, 10_000))).Code);

    [Fact]
    public void Indentation_ten_thousand_deep_ends_in_a_diagnostic()
    {
        var text = new StringBuilder("title: x\n");
        for (var i = 0; i < 2_000; i++) text.Append(' ', i).Append("a:\n");

        Assert.Equal("KZ1011", Only(text.ToString()).Code);
    }

    [Fact]
    public void Sixty_levels_are_no_fault_of_the_text()
    {
        var causes = string.Concat(Enumerable.Range(0, 20).Select(i => $"{{ c{i}: {{ text: why, because: ")) + "{ last: because }" + new string('}', 40);

        var cycle = TemporaryWorkspace.Good(Good + $"plan: {{ causes: {causes} }}\n");

        Assert.Equal(21, cycle.Plan.Causes[0].All().Count());
    }

    [Fact]
    public void A_billion_laughs_end_in_a_diagnostic()
    {
        var text = new StringBuilder("title: &a0 ha\n");
        for (var i = 1; i < 12; i++) text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        Assert.Equal("KZ1012", Only(text.ToString()).Code);
    }

    [Fact]
    public void Of_a_file_full_of_faults_the_first_are_told_and_the_rest_counted()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("cycles/first.yaml", Good + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"k{i}: 1\n")));

        workspace.Read();

        Assert.Equal(201, workspace.Faults.All.Count);
        Assert.Equal(("KZ1031", "800 more faults in this file are not shown."), (workspace.Faults.All[^1].Code, workspace.Faults.All[^1].Message));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(" ")]
    [InlineData("- ")]
    [InlineData("]")]
    public void Megabytes_of_one_sign_are_read_or_refused_in_time(string sign)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("cycles/first.yaml", "a: 1\n" + string.Concat(Enumerable.Repeat(sign, 1_000_000)));
        var watch = Stopwatch.StartNew();

        workspace.Read();

        Assert.NotEmpty(workspace.Faults.All);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Fact]
    public void An_anchor_cannot_hold_itself() => Assert.Equal("KZ1013", Only("title: x\nplan: &p { background: *p }\n").Code);

    [Fact]
    public void Aliases_and_merge_keys_work()
    {
        var cycle = TemporaryWorkspace.Good("""
            title: &t Enquiries wait
            problem: *t
            metrics:
              wait: &wait
                median: hours
                where: &north "region = 'north'"
                better: lower
              south:
                <<: *wait
                where: region = 'south'
              mean: { mean: hours, where: *north, better: lower }
            """);

        Assert.Equal("Enquiries wait", cycle.Problem);
        Assert.Equal(["region = 'north'", "region = 'south'", "region = 'north'"], cycle.Metrics.Select(m => m.Measure.Where!.Text));
        var column = cycle.Metrics[0].Measure.Where!.Columns[0];
        var place = cycle.Metrics[2].Measure.Where!.SpanOf(column);
        Assert.Equal((6, 20, 6), (place.Line, place.Column, place.Length));
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r", false)]
    [InlineData("\r\n", true)]
    public void Line_ends_and_a_mark_change_neither_meaning_nor_hash_nor_places(string lineEnd, bool mark)
    {
        using var workspace = new TemporaryWorkspace();
        var text = (mark ? "\uFEFF" : "") + Good.Replace("\n", lineEnd, StringComparison.Ordinal) + "titel: x" + lineEnd;
        workspace.Write("cycles/first.yaml", Good).Write("cycles/second.yaml", text).Write("cycles/third.yaml", text.Replace("titel", "# titel", StringComparison.Ordinal))
            .Write("cycles/fourth.yaml", Good + "# titel: x\n");

        var read = workspace.Read()!;

        var fault = Assert.Single(workspace.Faults.All);
        Assert.Equal(("KZ1021", "cycles/second.yaml:3:1", "titel: x"), (fault.Code, fault.Span.ToString(), fault.Excerpt));
        Assert.Equal(["first", "fourth", "third"], read.Cycles.Select(c => c.Id));
        Assert.Equal("Anfragen müssen warten", read.Cycles[2].Title);
        Assert.Equal(read.Cycles[1].DefinitionHash, read.Cycles[2].DefinitionHash);
        Assert.NotEqual(read.Cycles[0].DefinitionHash, read.Cycles[2].DefinitionHash);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault()
    {
        using var workspace = new TemporaryWorkspace();
        File.CreateSymbolicLink(Path.Combine(workspace.Folder, "cycles", "first.yaml"), Path.Combine(workspace.Folder, "nowhere.yaml"));

        workspace.Read();

        Assert.Equal("KZ1001", Assert.Single(workspace.Faults.All).Code);
    }

    [Fact]
    public void Words_that_yaml_takes_for_something_else_stay_texts()
    {
        var cycle = TemporaryWorkspace.Good("""
            title: 2026-01-01
            problem: yes
            people: { owner: no, coach: 007, members: [on, 1e3, true] }
            metrics: { y: { median: hours, better: lower, unit: 1_000, guardrail: 0x1 } }
            """.Replace(", guardrail: 0x1", ", guardrail: '4'", StringComparison.Ordinal));

        Assert.Equal(("2026-01-01", "yes", "no", "007"), (cycle.Title, cycle.Problem, cycle.People.Owner, cycle.People.Coach));
        Assert.Equal(["on", "1e3", "true"], cycle.People.Members);
        Assert.Equal(("y", "1_000", 4), (cycle.Metrics[0].Name, cycle.Metrics[0].Unit, cycle.Metrics[0].Guardrail!.Value.Value));
    }
}
