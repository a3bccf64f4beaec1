using Kaizen.Definitions.Editing;

namespace Kaizen.Tests.Editing;

/// <summary>A key is taken away with all that stands below it, and nothing else.</summary>
public class RemovalTests
{
    [Theory]
    [InlineData("act:\n  decision: adopt\n  standard:\n    text: |\n      One.\n\n      Two.\n    # who?\n    owner: ann\n  # next\n  next: x\nstory: y\n", "act.standard", "act:\n  decision: adopt\n  # next\n  next: x\nstory: y\n")]
    [InlineData("act:\n  decision: adopt\n  next: x # soon\nstory: y\n", "act.next", "act:\n  decision: adopt\nstory: y\n")]
    [InlineData("act:\r\n  because: it held\r\n  decision: adopt", "act.because", "act:\r\n  decision: adopt")]
    [InlineData("act: { decision: adopt, because: x, next: y }\n", "act.because", "act: { decision: adopt, next: y }\n")]
    [InlineData("act: { because: x, decision: adopt }\n", "act.because", "act: { decision: adopt }\n")]
    [InlineData("act: { decision: adopt, next: y }\n", "act.next", "act: { decision: adopt }\n")]
    [InlineData("act:\n  decision: adopt\n", "act.next", "act:\n  decision: adopt\n")]
    public void A_key_goes_with_what_stands_below_it(string before, string path, string after) =>
        Assert.Equal(after, Assert.IsType<EditResult.Done>(YamlEditor.Apply(before, [new YamlEdit.Remove(path)])).Text);

    [Theory]
    [InlineData("act:\n  next: x\n", "act.next")]
    [InlineData("plan:\n  actions:\n    - what: a\n      who: b\n", "plan.actions.0.what")]
    [InlineData("act:\n  next: &n x\n  decision: adopt\nstory: *n\n", "act.next")]
    public void What_leaves_nothing_sure_behind_is_left_alone(string text, string path)
    {
        var refusal = Assert.IsType<EditResult.Refused>(YamlEditor.Apply(text, [new YamlEdit.Remove(path)])).Refusal;
        Assert.EndsWith(".", refusal.Reason, StringComparison.Ordinal);
        Assert.Contains($"'{path}' in line", Assert.Single(refusal.Paste).Where, StringComparison.Ordinal);
    }
}
