using Kaizen.Definitions.Text;
using Kaizen.Tests.Editing;
using Kaizen.Tests.House;

namespace Kaizen.Tests.Definitions;

/// <summary>The reader of common files is held against the parser of all YAML: what it does not decline, it reads the same.</summary>
public class CommonReaderTests
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "\n ", "\n  ", "\n    ", ":", ": ", "#", " #", "- ", "-", "- - ", "? ", "'", "\"", "|", "|-", "|+", ">", ": |\n", "{", "}", "[", "]", ",", "&a ", "*a", " *a", "!t ",
        "<<: ", "\\", "%", "@", "~", "null", "---", "...", "\t", "é", "😀", "\u00a0", "\u0085", "\u2028", "a: b", "\r",
    ];

    [Fact]
    public void Files_of_every_style_are_read_as_the_parser_reads_them()
    {
        var files = Files();
        Assert.True(files.Count(IsCommon) > files.Count / 2, "Most files are common.");
    }

    [Fact]
    public void The_cycles_of_the_examples_are_common()
    {
        var examples = Directory.GetFiles(Repository.At("examples"), "*.yaml", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "cycles").Select(Text).ToList();
        Assert.True(examples.Count >= 9);
        Assert.True(examples.Count(IsCommon) * 10 >= examples.Count * 9, "Nine of ten.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_file_with_slips_is_read_as_the_parser_reads_it_or_declined(int seed)
    {
        var files = Files();
        var random = new Random(seed);
        var taken = 0;
        var rounds = Environment.GetEnvironmentVariable("KAIZEN_LONG") is "1" ? 1_000_000 : 25_000;
        for (var round = 0; round < rounds; round++) taken += IsCommon(Slipped(files[random.Next(files.Count)], random)) ? 1 : 0;
        Assert.True(taken > rounds / 10, $"{taken} of {rounds}");
    }

    [Theory]
    [InlineData("a: b")]
    [InlineData("a: |\n  b\n\n  \n \n")]
    [InlineData("a: |-\n  b\n    c\n \n# d\ne:\n- f\n- - g\n  - h\n-\n  i: {j: k, l: [m, 'n''o', \"p\"], q: }\n")]
    public void A_common_file_is_not_declined(string text) => Assert.True(IsCommon(text));

    [Theory]
    [InlineData("a: &x b")]
    [InlineData("a: *x")]
    [InlineData("a: !t b")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: b\na: c\n")]
    [InlineData("a: {b: c, b: d}\n")]
    [InlineData("a: \"\\n\"\n")]
    [InlineData("a:\tb\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a: {b, c}\n")]
    [InlineData("a: [b\n")]
    [InlineData("a *b: c\n")]
    [InlineData("  a: b\nc: d\n")]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void What_is_rare_or_wrong_is_left_to_the_parser(string text) => Assert.False(IsCommon(text));

    [Fact]
    public void A_file_of_any_depth_or_width_ends()
    {
        Assert.False(IsCommon(string.Concat(Enumerable.Repeat("[", 50_000))));
        Assert.False(IsCommon(string.Concat(Enumerable.Repeat("- ", 50_000)) + "a"));
        Assert.False(IsCommon(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"k{i}: v\n"))));
        Assert.True(IsCommon($"a: [{string.Concat(Enumerable.Repeat("b, 'c', {d: e}, ", 12_000))}]"));
        Assert.False(IsCommon(string.Concat(Enumerable.Repeat("{a: ", 40)) + "b" + new string('}', 40)));
    }

    /// <summary>Whether the reader takes a text; if so it must say what the parser says.</summary>
    private static bool IsCommon(string text)
    {
        if (CommonReader.Read(text) is not { } common) return false;
        var source = new SourceText("file", text);
        var faults = new FaultList("file", null) { Text = source };
        var parsed = NodeReader.Parse(source, faults);
        Assert.True(parsed is not null && !faults.Any, $"The parser finds a fault in:\n{text}");
        Assert.Equal(Shown(parsed), Shown(common));
        return true;
    }

    private static string Shown(Node node) => node switch
    {
        ScalarNode s => $"{(s.Plain ? "" : "quoted ")}'{s.Value}'{Place(s)}",
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Shown))}]{Place(list)}",
        MappingNode map => $"{(map.Flow ? "flow " : "")}{{{string.Join(", ", map.Entries.Select(e => $"{Shown(e.Key)}: {Shown(e.Value)}"))}}}{Place(map)}",
        _ => throw new InvalidDataException(),
    };

    private static string Place(Node node) => $"@{node.Start}-{node.End} {node.Size}/{node.Height}";

    private static List<string> Files() =>
    [
        .. new[] { Repository.At("examples"), Repository.At("tests", "Kaizen.Tests", "fixtures") }
            .SelectMany(f => Directory.GetFiles(f, "*.yaml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(Text),
        .. Enumerable.Range(0, 60).Select(StyledFile.Make).Select(t => t.ReplaceLineEndings("\n")),
    ];

    private static string Text(string file) => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>A text, or a stretch of its lines, with a few slips of the pen.</summary>
    private static string Slipped(string text, Random random)
    {
        if (text.Length > 5000 || random.Next(2) == 0)
        {
            var lines = text.Split('\n');
            var count = Math.Min(lines.Length, 1 + random.Next(14));
            var first = random.Next(lines.Length - count + 1);
            var some = lines[first..(first + count)];
            var indent = some.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
            text = string.Join('\n', some.Select(l => l.Length >= indent ? l[indent..] : l)) + (random.Next(3) > 0 ? "\n" : "");
        }

        for (var slips = random.Next(4); slips >= 0 && text.Length > 0; slips--)
        {
            var at = random.Next(text.Length);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Remove(at, 1).Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Remove(at, Math.Min(text.Length - at, random.Next(20))),
                3 when text.IndexOf('\n', at) is >= 0 and var end => text.Insert(end + 1, new string(' ', random.Next(5))),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.Replace('\r', '\n');
    }
}
