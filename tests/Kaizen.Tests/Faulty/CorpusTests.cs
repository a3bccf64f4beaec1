using System.Text;
using Kaizen.Core.Checking;

namespace Kaizen.Tests.Faulty;

/// <summary>
/// Each workspace of the corpus says on the faulty lines what is expected there; nothing else may be said, and nothing less.
/// Mended as its <c>mend.txt</c> tells, it is silent, or what is still said is waived.
/// </summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Workspaces() => [.. FaultyWorkspace.Names];

    public static TheoryData<string> Mendable() => [.. FaultyWorkspace.Names.Where(n => FaultyWorkspace.Read(n).Mends.Count > 0)];

    [Theory]
    [MemberData(nameof(Workspaces))]
    public async Task Each_fault_is_told_where_it_stands_and_nothing_else(string name)
    {
        var given = FaultyWorkspace.Read(name);
        var look = await Look.At(given);

        Same(given.Places, look.Places, p => Message(look, p));
    }

    [Theory]
    [MemberData(nameof(Workspaces))]
    public async Task Each_gate_lacks_what_its_cycle_says_and_nothing_else(string name)
    {
        var given = FaultyWorkspace.Read(name);
        if (given.States.Count == 0) return;
        var look = await Look.At(given);

        Same(given.Lacks, look.Lacks.Where(l => given.States.ContainsKey(l.File)), _ => "");
        Same(given.States.Select(s => $"{s.Key} is {s.Value}"), look.Cycles.Where(c => given.States.ContainsKey(c.File)).Select(c => $"{c.File} is {Word(c.State)}"), _ => "");
    }

    [Theory]
    [MemberData(nameof(Mendable))]
    public async Task Mended_it_is_silent_or_waived(string name)
    {
        var given = FaultyWorkspace.Read(name);
        var look = await Look.At(given.Mended());

        var open = look.Remarks.Where(r => r.Waived is null && given.Mends.ContainsKey(r.At?.File ?? "")).Select(r => $"{r.At} {r.Code}: {r.Message}").ToList();
        Assert.True(open.Count == 0, string.Join('\n', open.Prepend("still told after mending:")));
        var expected = given.Places.Select(p => (p.File, p.Code)).ToHashSet();
        Assert.All(look.Remarks, r => Assert.Contains((r.At!.Value.File, r.Code), expected));

        // The gate that the fault kept shut is open; the next one may wait for its own.
        var opened = given.Lacks.Where(l => given.Mends.ContainsKey(l.File)).GroupBy(l => l.File).SelectMany(f => f.Where(l => l.Gate == f.Min(o => o.Gate))).ToHashSet();
        Assert.Equal([], look.Lacks.Where(l => opened.Any(o => o.File == l.File && o.Gate == l.Gate)));
    }

    /// <summary>What is expected and not there, and what is there and not expected.</summary>
    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, Func<T, string> explain) where T : notnull
    {
        var (missing, more) = (actual.ToList(), new List<T>());
        var text = new StringBuilder();
        foreach (var e in expected)
            if (!missing.Remove(e)) more.Add(e);
        foreach (var e in more) text.Append($"missing     {e}\n");
        foreach (var a in missing) text.Append($"unexpected  {a} {explain(a)}\n");
        Assert.True(text.Length == 0, $"\n{text}");
    }

    private static string Message(Look look, Place place) =>
        look.Remarks.First(r => r.Code == place.Code && (r.At?.File ?? "?") == place.File && (r.At?.Line ?? 0) == place.Line).Message;

    private static string Word(CycleState state) =>
        string.Concat(state.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
