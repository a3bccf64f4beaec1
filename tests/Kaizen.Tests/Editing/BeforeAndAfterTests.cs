using Kaizen.Definitions.Editing;

namespace Kaizen.Tests.Editing;

/// <summary>What people see of an edit: where it stands and how it is written.</summary>
public class BeforeAndAfterTests
{
    private static readonly YamlValue Entry = YamlValue.Of(("date", YamlValue.Of(new DateOnly(2026, 5, 4))), ("by", YamlValue.Of("mei")), ("text", YamlValue.Of("No: not yet")));

    [Theory]
    [InlineData("do:\n", "do:\n  log:\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n")]
    [InlineData("do:\n  log: []  # none\n", "do:\n  log:   # none\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n")]
    [InlineData("do:\n  log: []\n", "do:\n  log:\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n")]
    [InlineData("do:\n  log:\n  - a\n  # later\n\n# about check\ncheck:\n", "do:\n  log:\n  - a\n  - date: 2026-05-04\n    by: mei\n    text: \"No: not yet\"\n  # later\n\n# about check\ncheck:\n")]
    [InlineData("do:\n  log:\n    - a\n    # in the list\n\n# about check\ncheck:\n", "do:\n  log:\n    - a\n    # in the list\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n\n# about check\ncheck:\n")]
    [InlineData("do:\r\n    log:\r\n        -   text: 'a'", "do:\r\n    log:\r\n        -   text: 'a'\r\n        -   date: 2026-05-04\r\n            by: mei\r\n            text: 'No: not yet'")]
    [InlineData("do:\n  log:\n    - { date: 2026-05-01, text: a } # x\n", "do:\n  log:\n    - { date: 2026-05-01, text: a } # x\n    - { date: 2026-05-04, by: mei, text: \"No: not yet\" }\n")]
    [InlineData("do: {log: [{text: a}]}\n", "do: {log: [{text: a}, {date: 2026-05-04, by: mei, text: \"No: not yet\"}]}\n")]
    [InlineData("do:\n  log: [\n    { text: a } # first\n  ]\n", "do:\n  log: [\n    { text: a }, # first\n    { date: 2026-05-04, by: mei, text: \"No: not yet\" }\n  ]\n")]
    [InlineData("plan:\n  x: 1\n# about act\nact:\n  y: 1\n", "plan:\n  x: 1\ndo:\n  log:\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n# about act\nact:\n  y: 1\n")]
    [InlineData("# soon\n", "# soon\ndo:\n  log:\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"\n")]
    [InlineData("do:\n  log:\n    - text: |\n        a\n        b", "do:\n  log:\n    - text: |-\n        a\n        b\n    - date: 2026-05-04\n      by: mei\n      text: \"No: not yet\"")]
    public void An_entry_is_added_to_the_log(string before, string after) => Becomes(before, after, new YamlEdit.Append("do.log", Entry));

    [Theory]
    [InlineData("plan:\n  actions:\n    - what: a\n      due: 2026-01-01\n      recovery: b\n", "plan:\n  actions:\n    - what: a\n      due: 2026-01-01\n      done: 2026-05-04\n      recovery: b\n")]
    [InlineData("plan:\n  actions:\n    - { what: a, recovery: b } # c\n", "plan:\n  actions:\n    - { what: a, done: 2026-05-04, recovery: b } # c\n")]
    [InlineData("plan:\n  actions:\n    - what: a\n      done:   # when?\n", "plan:\n  actions:\n    - what: a\n      done: 2026-05-04   # when?\n")]
    [InlineData("plan:\n  actions:\n    - {what: a, done: }\n", "plan:\n  actions:\n    - {what: a, done: 2026-05-04 }\n")]
    [InlineData("plan:\n  actions:\n    - what: a\n      done:    ~    # when?\n", "plan:\n  actions:\n    - what: a\n      done:    2026-05-04    # when?\n")]
    [InlineData("plan:\n  actions:\n    - done: |\n        no\n\n        yes\n\n    - b\n", "plan:\n  actions:\n    - done: 2026-05-04\n\n    - b\n")]
    public void An_action_is_done(string before, string after) => Becomes(before, after, new YamlEdit.Set("plan.actions.0.done", YamlValue.Of(new DateOnly(2026, 5, 4))));

    [Theory]
    [InlineData("title: 'old'   # c\n", "it's", "title: 'it''s'   # c\n")]
    [InlineData("title: \"old\"\n", "new", "title: \"new\"\n")]
    [InlineData("title: old # c\n", "yes", "title: \"yes\" # c\n")]
    [InlineData("title: old # c\ndo:\n", "one\n\n two\n", "title: | # c\n  one\n\n   two\ndo:\n")]
    [InlineData("title: old # c", " one\ntwo", "title: |2- # c\n   one\n  two")]
    [InlineData("title: old", "one\ntwo\n", "title: |\n  one\n  two\n")]
    [InlineData("title: > # c\n    a\n    b\n\ndo:\n", "one\ntwo", "title: |- # c\n    one\n    two\n\ndo:\n")]
    [InlineData("{ title: old }\n", "a, b\nc", "{ title: \"a, b\\nc\" }\n")]
    [InlineData("do:\n  x: 1\n", "new", "do:\n  x: 1\ntitle: new\n")]
    public void A_text_is_exchanged(string before, string text, string after) => Becomes(before, after, new YamlEdit.Set("title", YamlValue.Of(text)));

    [Fact]
    public void A_decision_leaves_what_stands_beside_it()
    {
        var act = YamlValue.Of(("decision", YamlValue.Of("adopt")), ("date", YamlValue.Of(new DateOnly(2026, 5, 4))), ("because", YamlValue.Of("It held.\nTwice.\n")));
        Becomes("act:\n  decision: # ?\n  learned: much\nnext: x\n", "act:\n  decision: adopt # ?\n  date: 2026-05-04\n  because: |\n    It held.\n    Twice.\n  learned: much\nnext: x\n", new YamlEdit.Set("act", act));
        Becomes("title: x\nstory: y\n", "title: x\nact:\n  decision: adopt\n  date: 2026-05-04\n  because: |\n    It held.\n    Twice.\nstory: y\n", new YamlEdit.Set("act", act));
    }

    [Fact]
    public void A_source_is_added_to_the_workspace()
    {
        var source = YamlValue.Of(("use", YamlValue.Of("csv")), ("with", YamlValue.Of(("file", YamlValue.Of("data/visits.csv")), ("columns", YamlValue.Items(YamlValue.Of("a"), YamlValue.Of(2))))));
        Becomes("sources:\n  sales:\n    use: csv\n\nmetrics: {}\n", "sources:\n  sales:\n    use: csv\n  visits:\n    use: csv\n    with:\n      file: data/visits.csv\n      columns:\n        - a\n        - 2\n\nmetrics: {}\n",
            new YamlEdit.Set("sources.visits", source));
    }

    [Fact]
    public void All_edits_are_made_or_none()
    {
        YamlEdit[] edits = [new YamlEdit.Set("title", YamlValue.Of("new")), new YamlEdit.Set("plan.actions.3.done", YamlValue.Of("x"))];
        var refused = Assert.IsType<EditResult.Refused>(YamlEditor.Apply("title: old\nplan:\n  actions:\n    - a\n", edits)).Refusal;
        Assert.Equal("'plan.actions' has 1 item, counted from 0, and none with the number 3.", refused.Reason);
        Assert.Equal(["title: new\n", "done: x\n"], refused.Paste.Select(p => p.Lines));
    }

    private static void Becomes(string before, string after, YamlEdit edit)
    {
        Assert.Equal(after, EditCheck.Make(before, edit, "here"));
    }
}
