namespace Kaizen.EndToEnd.Tests;

/// <summary><c>status --me</c> tells what came of the contacts that a person wrote down.</summary>
public sealed class OwnContactsTests : IDisposable
{
    private const string Day = "2026-03-20";
    private const string Contacts = "data/contacts.csv";
    private readonly Workspace workspace = Small.OfCalls().Edit("kaizen.yaml", "sources:", "people: { ann: Ann, mei: Mei }\nsources:");

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task What_was_noted_comes_back_to_whoever_noted_it()
    {
        await Note("2026-03-02", "Asked how the export works.", "acme", "ann", "Send the guide.", "2026-03-05");
        await Note("2026-03-03", "Wants a second seat.", "brook", "ann", "Send a price", "2026-03-10");
        await Note("2026-03-04", "Met at the fair.", "cove", "ann", "Call", "2026-03-25");
        await Note("2026-03-05", "Said hello.", "dune", "ann");
        await Note("2026-03-09", "Walked through it.", "ACME", "mei");
        var ran = await workspace.On(Day, "status", "--me", "ann");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("""
            Contacts
              5 Mar 2026  dune   Said hello.
                                 no follow-up was written down
              4 Mar 2026  cove   Met at the fair.
                                 Call: due 25 Mar 2026
              3 Mar 2026  brook  Wants a second seat.
                                 Send a price: overdue since 10 Mar 2026
              2 Mar 2026  acme   Asked how the export works.
                                 Send the guide: followed on 9 Mar 2026 by mei: Walked through it.

            """.ReplaceLineEndings(), ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_are_listed_and_json_has_all()
    {
        workspace.With(Contacts, "date,by,with,role,what,follow_up,due\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"2026-03-{i:00},ann,customer {i},,Talked,Write,2026-03-15\n")));
        var text = await workspace.On(Day, "status", "--me", "ann");
        Assert.Equal(10, text.Output.Split("Write: overdue since 15 Mar 2026").Length - 1);
        Assert.Contains("  and 2 more", text.Output, StringComparison.Ordinal);
        var contacts = (await workspace.On(Day, "status", "--me", "ann", "--json")).Json.GetProperty("contacts").EnumerateArray().ToList();
        Assert.Equal(12, contacts.Count);
        Assert.Equal(("2026-03-12", "customer 12", true), (contacts[0].Text("date"), contacts[0].Text("with"), contacts[0].GetProperty("overdue").GetBoolean()));
        Assert.Empty((await workspace.On(Day, "status", "--me", "mei", "--json")).Json.GetProperty("contacts").EnumerateArray());
    }

    [Theory]
    [InlineData("date,by,with,role,what\n2026-03-02,ann,acme,,Asked\n", "KZ3083", 1, "no follow-up was written down")]
    [InlineData("date,by,with,role,what,follow_up,due\n2026-03-02,ann,acme,,Asked,Write,soon\n", "KZ3084", 2, "Write: no date was written down")]
    [InlineData("date;by;with;role;what;follow_up;due\nMonday;ann;brook;;Asked;;\n02.03.2026;ann;acme;;Asked;Write;15.03.2026\n", "KZ3084", 2, "Write: overdue since 15 Mar 2026")]
    public async Task A_faulty_line_is_told_and_the_rest_is_shown(string file, string code, int line, string came)
    {
        workspace.With(Contacts, file);
        var ran = await workspace.On(Day, "status", "--me", "ann", "--json");
        Assert.Equal(0, ran.Code);
        var told = ran.Json.GetProperty("diagnostics").EnumerateArray().First(d => d.Text("code") == code);
        Assert.Equal(("warning", $"{Contacts}:{line}:1"), (told.Text("severity"), told.Place()));
        Assert.Equal(came, Assert.Single(ran.Json.GetProperty("contacts").EnumerateArray()).Text("came"));
    }

    [Fact]
    public async Task A_file_that_is_none_is_told_and_actions_are_shown_all_the_same()
    {
        Directory.CreateDirectory(workspace.At(Contacts));
        var ran = await workspace.On(Day, "status", "--me", "ann");
        Assert.Equal(0, ran.Code);
        Assert.Contains("KZ3082", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Actions", ran.Output, StringComparison.Ordinal);
    }

    private async Task Note(string day, string what, string with, string by, string? follow = null, string? due = null)
    {
        string[] promise = follow is null ? [] : ["--follow-up", follow, "--due", due!];
        Assert.Equal(0, (await workspace.On(Day, ["note", "contact", what, "--with", with, "--by", by, "--date", day, .. promise])).Code);
    }
}
