namespace Kaizen.EndToEnd.Tests.Authoring;

/// <summary>Notes that are rows: values that somebody reads off, and contacts with customers.</summary>
public sealed class NoteInDataTests : IDisposable
{
    private const string Day = "2026-06-15";
    private const string Values = "data/share.csv";
    private const string Contacts = "data/contacts.csv";

    private readonly Workspace workspace = Small.OfCalls()
        .Edit("kaizen.yaml", "sources:", "people: { ann: { name: Ann, role: Sales }, bo: Bo }\nsources:\n  share:\n    use: csv\n    with: { path: data/share.csv }\n    time: date")
        .Edit(Small.Cycle, "mean: minutes", "source: calls\n    mean: minutes")
        .With("cycles/share.yaml", """
            title: Half is right at once
            metrics:
              share:
                source: share
                mean: value
                unit: share
                better: higher
            plan:
              target: { to: 0.6, due: 2026-07-22 }
            do: { started: 2026-04-06 }
            """);

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("0.4", "0.4")]
    [InlineData("0,4", "0.4")]
    [InlineData("40 %", "0.4")]
    [InlineData("37,5%", "0.375")]
    [InlineData("-0.1", "-0.1")]
    public async Task A_value_begins_its_file_and_is_read_by_the_next_run(string typed, string written)
    {
        var ran = await workspace.On(Day, "note", "value", "share", typed, "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal($"date,value\n2026-06-15,{written}\n", workspace.Read(Values));
        Assert.Equal(typed != written, ran.Json.GetProperty("diagnostics").EnumerateArray().Any(d => d.Text("code") == "KZ6046" && d.Text("message").EndsWith($"read as {written}.", StringComparison.Ordinal)));
        var run = await workspace.On(Day, "run", "share", "--json");
        Assert.Equal(0, run.Code);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("1,234")]
    [InlineData("1.234,5")]
    [InlineData("40")]
    [InlineData("NaN")]
    public async Task What_is_no_number_or_might_be_two_is_refused(string typed)
    {
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "value", "share", typed, "--json");
        Assert.Equal(2, ran.Code);
        ran.Diagnostic("KZ6045");
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_percentage_of_what_is_no_share_is_refused()
    {
        workspace.Edit("cycles/share.yaml", "    unit: share\n", "");
        var ran = await workspace.On(Day, "note", "value", "share", "12.06.2026", "40 %", "--json");
        Assert.Equal(2, ran.Code);
        Assert.Contains("no share", ran.Diagnostic("KZ6045").Text("message"), StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.On(Day, "note", "value", "share", "12.06.2026", "0.4")).Code);
        Assert.Equal("date,value\n2026-06-12,0.4\n", workspace.Read(Values));
    }

    [Theory]
    [InlineData("date,value\r\n2026-06-01,0.5\r\n", "2026-06-15,0.4\r\n")]
    [InlineData("date,value\n2026-06-01,0.5", "\n2026-06-15,0.4\n")]
    [InlineData("\uFEFFdate;value;who\n2026-06-01;0.5;ann\n", "2026-06-15;0.4;\n")]
    public async Task A_row_is_added_as_the_others_are_written(string before, string added)
    {
        workspace.With(Values, before);
        Assert.Equal(0, (await workspace.On(Day, "note", "value", "share", "0.4")).Code);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(before + added), File.ReadAllBytes(workspace.At(Values)));
    }

    [Fact]
    public async Task A_day_has_one_value_unless_it_is_replaced()
    {
        workspace.With(Values, "date,value\n2026-06-01,0.5\n2026-06-08,0.6\n");
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "value", "share", "2026-06-01", "0.4", "--json");
        Assert.Equal(2, ran.Code);
        Assert.Contains("line 2 of 'data/share.csv' has 0.5", ran.Diagnostic("KZ6043").Text("message"), StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
        Assert.Equal(0, (await workspace.On(Day, "note", "value", "share", "2026-06-01", "0.4", "--replace")).Code);
        Assert.Equal("date,value\n2026-06-01,0.4\n2026-06-08,0.6\n", workspace.Read(Values));
    }

    [Fact]
    public async Task A_metric_that_nobody_reads_gets_lines_for_kaizen_yaml_that_work()
    {
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "value", "energy", "5.2", "--json");
        Assert.Equal(2, ran.Code);
        ran.Diagnostic("KZ6044");
        Assert.Equal(before, workspace.Files());
        var paste = ran.Json.GetProperty("paste").EnumerateArray().Select(p => p.Text("lines")).ToList();
        workspace.With("kaizen.yaml", workspace.Read("kaizen.yaml") + "\n" + string.Concat(paste[0].Split('\n').Skip(1).Select(l => l + "\n")) + paste[1]);
        Assert.Equal(0, (await workspace.On(Day, "note", "value", "energy", "5.2")).Code);
        Assert.Equal("date,value\n2026-06-15,5.2\n", workspace.Read("data/energy.csv"));
        Assert.Equal(2, (await workspace.On(Day, "note", "value", "wait", "5.2")).Code);
    }

    [Theory]
    [InlineData("day,count\n2026-06-01,5\n", 3)]
    [InlineData("date,value\n2026-06-01,\"5\n", 3)]
    public async Task A_file_of_another_shape_is_left_alone(string text, int code)
    {
        workspace.With(Values, text);
        var before = workspace.Files();
        var ran = await workspace.On(Day, "note", "value", "share", "0.4", "--json");
        Assert.Equal(code, ran.Code);
        ran.Diagnostic("KZ3081");
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public async Task A_contact_is_a_row_that_other_programs_read()
    {
        var ran = await workspace.On(Day, "note", "contact", "Asked \"how\", and\nwhen", "--with", "acme, Ltd", "--by", "ann", "--follow-up", "Send it", "--due", "2026-06-20");
        Assert.Equal(("", 0), (ran.Error, ran.Code));
        const string first = "date,by,with,role,what,follow_up,due\n2026-06-15,ann,\"acme, Ltd\",Sales,\"Asked \"\"how\"\", and\nwhen\",Send it,2026-06-20\n";
        Assert.Equal(first, workspace.Read(Contacts));
        Assert.Equal(0, (await workspace.On(Day, "note", "contact", "Said hello", "--with", "brook", "--date", "2026-06-12")).Code);
        Assert.Equal(first + "2026-06-12,,brook,,Said hello,,\n", workspace.Read(Contacts));
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_told_as_a_fault_of_the_machine()
    {
        Directory.CreateDirectory(workspace.At(Contacts));
        var ran = await workspace.On(Day, "note", "contact", "Said hello", "--with", "brook", "--json");
        Assert.Equal(3, ran.Code);
        ran.IsClean();
    }
}
