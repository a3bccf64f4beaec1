using System.Text;
using Kaizen.Definitions.Editing;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Editing;

/// <summary>Edits of every kind at every place of many files, written by hand and composed.</summary>
public class CorpusTests
{
    private const int Composed = 240;

    private static readonly string Folder = Repository.At("tests", "Kaizen.Tests", "fixtures", "editing");

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_written_by_hand_keeps_everything_outside_the_edit(string file)
    {
        var text = Text(file);
        if (file.StartsWith("bad-", StringComparison.Ordinal))
        {
            Assert.Null(EditCheck.Make(text, new YamlEdit.Append("do.log", YamlValue.Of("x")), file));
            return;
        }

        var done = 0;
        foreach (var seed in (int[])[0, 17, 40])
        {
            foreach (var edit in EditCheck.Everywhere(text, seed))
            {
                if (EditCheck.Make(text, edit, file) is not { } next)
                {
                    Assert.True(EditCheck.Surprise(text, edit) is null, $"{file}, {edit}: {EditCheck.Surprise(text, edit)}");
                    continue;
                }

                done++;
                // One edit does not stand in the way of the next.
                var second = new YamlEdit.Append("do.log", YamlValue.Of(("text", YamlValue.Of("again"))));
                if (EditCheck.Make(text, second, file) is not null) Assert.True(EditCheck.Make(next, second, file) is not null || edit.Path.ToString().StartsWith("do", StringComparison.Ordinal), $"{file}, {edit}:\n{next}");
            }
        }

        Assert.True(done > 0);
    }

    [Fact]
    public void A_composed_file_keeps_everything_outside_the_edit()
    {
        var (made, refused) = (0, new List<string>());
        for (var seed = 0; seed < Composed; seed++)
        {
            var text = StyledFile.Make(seed);
            foreach (var edit in EditCheck.Everywhere(text, seed * 7).Where((_, i) => i < 2 || (i + seed) % 3 == 0))
            {
                if (EditCheck.Make(text, edit, $"{seed}") is not null) made++;
                else if (EditCheck.Surprise(text, edit) is { } reason) refused.Add($"{seed} {edit}: {reason}\n{text}");
            }
        }

        Assert.True(refused.Count == 0, string.Join("\n", refused.Take(3)) + refused.Count);
        Assert.True(made > 3000, $"{made}");
    }

    [Fact]
    public void Edits_follow_each_other_in_one_file()
    {
        for (var seed = 0; seed < Composed; seed += 4)
        {
            var text = StyledFile.Make(seed);
            var first = text;
            foreach (var edit in EditCheck.Everywhere(text, seed).Where((_, i) => i % 3 == 0)) text = EditCheck.Make(text, edit, $"{seed}") ?? text;
            Assert.NotEqual(first, text);
        }
    }

    [Fact]
    public void An_edit_made_twice_changes_nothing_the_second_time()
    {
        for (var seed = 0; seed < Composed; seed += 4)
        {
            var text = StyledFile.Make(seed);
            foreach (var edit in EditCheck.Everywhere(text, seed).OfType<YamlEdit.Set>().Where((_, i) => i % 3 == 0))
            {
                if (YamlEditor.Apply(text, [edit]) is not EditResult.Done done) continue;
                var again = Assert.IsType<EditResult.Done>(YamlEditor.Apply(done.Text, [edit]));
                Assert.Empty(again.Changes);
                Assert.Equal(done.Text, again.Text);
            }
        }
    }

    [Fact]
    public void Composed_files_differ_in_style()
    {
        var all = Enumerable.Range(0, Composed).Select(StyledFile.Make).ToList();
        Assert.Equal(Composed, all.Distinct().Count());
        Assert.Equal(all[5], StyledFile.Make(5));
        Assert.True(all.Count(t => t.Contains("\r\n", StringComparison.Ordinal)) > 40);
        Assert.True(all.Count(t => t.StartsWith('\uFEFF')) > 20);
        Assert.True(all.Count(t => !t.EndsWith('\n')) > 20);
        Assert.True(all.Count(t => t.Contains('*', StringComparison.Ordinal)) > 20);
        foreach (var text in all) Assert.NotNull(PlainTree.Read(text).Entries);
    }

    private static string Text(string file) => new UTF8Encoding(false, true).GetString(File.ReadAllBytes(Path.Combine(Folder, file + ".yaml")));
}
