using System.Text.RegularExpressions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Lint;

namespace Kaizen.Tests.Faulty;

/// <summary>Every rule, every gate and every fault of a definition is expected somewhere in the corpus, or is named here with the reason why not.</summary>
public sealed partial class CoverageTests
{
    private static readonly Dictionary<string, string> NotInFiles = new()
    {
        ["KZ1001"] = "the machine refuses to hand the file over; a file that is committed can be read by everybody",
        ["KZ1002"] = "needs a file of more than 4 MB; FileTextTests writes one",
        ["KZ2001"] = "there is no kaizen.yaml, and so no workspace to lay out and no line to mark; WorkspaceReaderTests look at a bare folder",
        ["KZ2091"] = "told by verbs that would edit a file; NoteInCycleTests meet it",
        ["KZ2092"] = "told by verbs whose text would make a file faulty; CycleTextTests and the tests of verbs look at it",
        ["K55"] = "speaks only where there is evidence to draw a sheet from, and a look at the files has none; PageFitTests measure sheets",
    };

    private static readonly Lazy<HashSet<string>> Expected = new(() =>
    [
        .. FaultyWorkspace.Names.SelectMany(n => FaultyWorkspace.Read(n).Places).Select(p => p.Code),
        // The older part of the corpus, which FaultyFilesTests judge, marks its lines in another way.
        .. new[] { "cycles", "kaizen", "plugins", "workspaces" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(FaultyWorkspace.Root, f), "*", SearchOption.AllDirectories))
            .SelectMany(f => OlderMark().Matches(File.ReadAllText(f))).SelectMany(m => m.Groups[1].Value.Split(' ')),
    ]);

    [Fact]
    public void Every_rule_fires_somewhere() =>
        Assert.Equal([], LintRules.ById.Keys.Where(id => !NotInFiles.ContainsKey(id) && !Expected.Value.Contains(id)));

    /// <summary>Faults of reading a file (KZ10), of what it means (KZ20) and of its row expressions (KZ21).</summary>
    [Fact]
    public void Every_fault_of_a_definition_is_told_somewhere() =>
        Assert.Equal([], Catalogue.ByCode.Keys.Where(c => c[..4] is "KZ10" or "KZ20" or "KZ21" && !NotInFiles.ContainsKey(c) && !Expected.Value.Contains(c)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_gate_holds_a_cycle_back_somewhere() =>
        Assert.Equal(["G1", "G2", "G3", "G4"], FaultyWorkspace.Names.SelectMany(n => FaultyWorkspace.Read(n).Lacks).Select(l => l.Gate).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_expected_that_does_not_exist() =>
        Assert.Equal([], Expected.Value.Where(c => !LintRules.ById.ContainsKey(c) && !Catalogue.ByCode.ContainsKey(c)));

    [Fact]
    public void What_cannot_stand_in_files_does_not() => Assert.Equal([], NotInFiles.Keys.Where(Expected.Value.Contains));

    /// <summary>Each hit of lint has a mended twin: its file is named in mend.txt.</summary>
    [Fact]
    public void Every_hit_of_lint_has_a_mended_twin() =>
        Assert.Equal([], from name in FaultyWorkspace.Names
                         let given = FaultyWorkspace.Read(name)
                         from place in given.Places
                         where place.IsLint && !given.Mends.ContainsKey(place.File)
                         select $"{name}/{place}");

    [GeneratedRegex("# (?:ERROR|WARNING) (KZ[0-9]{4}(?: KZ[0-9]{4})*)")]
    private static partial Regex OlderMark();
}
