using System.Text;
using System.Text.Json.Nodes;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Schema;
using YamlDotNet.Core;

namespace Kaizen.Tests.Schema;

/// <summary>Engine and schema accept and refuse the same files: a schema that says otherwise teaches people not to believe it.</summary>
public sealed class AgreementTests
{
    private const int Seed = 20260302;
    private const int Mutations = 2500;

    private readonly SchemaCheck schema = new(JsonNode.Parse(SchemaText.Of())!.AsObject());

    [Fact]
    public void Every_code_is_sorted()
    {
        var codes = Catalogue.ByCode.Keys.Where(c => c.StartsWith("KZ1", StringComparison.Ordinal) || c.StartsWith("KZ2", StringComparison.Ordinal));
        Assert.Equal(codes.Order(StringComparer.Ordinal), FaultClasses.Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_agree_on_every_file_of_the_repository()
    {
        var verdicts = Corpus.All.Select(Judge).ToList();

        Assert.True(Told(verdicts) is "", Told(verdicts));
        Assert.True(verdicts.Count(v => v.Compared) > 150, $"only {verdicts.Count(v => v.Compared)} files");
        Assert.True(verdicts.Count(v => v is { Compared: true, Refused: false }) > 50, "too few files without a fault of structure");
        // Every code that the schema answers for is put to the test by some file.
        Assert.Empty(FaultClasses.Structural.Except(verdicts.Where(v => v.Refused).SelectMany(v => v.Engine).Select(f => f.Code)));
    }

    [Fact]
    public void They_agree_on_files_that_were_changed()
    {
        var random = new Random(Seed);
        var mutation = new Mutation(random);
        var valid = Corpus.All.Where(s => EngineCheck.Faults(s.Yaml, s.Workspace).All(f => f.Severity != Abstractions.Severity.Error)).ToList();
        var verdicts = new List<Verdict>();
        while (verdicts.Count < Mutations)
        {
            var specimen = valid[random.Next(valid.Count)];
            if (mutation.Of(YamlJson.Of(specimen.Yaml)!) is not { } changed) continue;
            // A second change now and then, for faults that hide behind one another.
            if (random.Next(4) == 0 && mutation.Of(changed.Changed) is { } again) changed = ($"{changed.Name}, {again.Name}", again.Changed);
            if (!IsTold(specimen, changed.Changed)) continue;
            var verdict = Judge(new Specimen($"{specimen.Name}: {changed.Name}", YamlText.Of(changed.Changed), specimen.Workspace));
            if (verdict.Compared) verdicts.Add(verdict);
        }

        Assert.True(Told(verdicts) is "", Told(verdicts));
        Assert.InRange(verdicts.Count(v => v.Refused), Mutations / 5, Mutations * 9 / 10);
    }

    /// <summary>Whether the file still has a key that tells a workspace from a cycle; the schema is not told the file's name.</summary>
    private static bool IsTold(Specimen specimen, JsonNode changed) =>
        WorkspaceSchema.Tells.Any(changed.AsObject().ContainsKey) == specimen.Workspace is null;

    private Verdict Judge(Specimen specimen)
    {
        var faults = EngineCheck.Faults(specimen.Yaml, specimen.Workspace);
        JsonNode? value;
        try
        {
            value = YamlJson.Of(specimen.Yaml);
        }
        catch (YamlException)
        {
            // The editor says so before it asks the schema, and the engine has to say so too.
            return new Verdict(specimen, faults.Count > 0, true, [], faults, Compared: faults.Count == 0);
        }

        var classes = faults.Select(f => FaultClasses.Of(f, value)).ToList();
        var says = schema.Faults(value);
        var structural = classes.Contains(FaultClass.Structural);
        return new Verdict(specimen, structural, says.Count > 0, says, faults, Compared: structural || !classes.Contains(FaultClass.Text));
    }

    private static string Told(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder();
        var apart = verdicts.Where(v => v.Compared && v.Refused != v.BySchema).ToList();
        if (apart.Count > 0) text.Append($"{apart.Count} of {verdicts.Count}\n");
        foreach (var verdict in apart.Take(30))
        {
            text.Append($"== {verdict.Specimen.Name}\n   the engine {(verdict.Refused ? "refuses" : "accepts")}: ").AppendJoin(" | ", verdict.Engine.Select(f => $"{f.Span?.Line} {f.Code} {f.Message}"));
            text.Append($"\n   the schema {(verdict.BySchema ? "refuses" : "accepts")}: ").AppendJoin(" | ", verdict.Schema).Append('\n');
        }

        return text.ToString();
    }

    private sealed record Verdict(Specimen Specimen, bool Refused, bool BySchema, IReadOnlyList<string> Schema, IReadOnlyList<Abstractions.Diagnostic> Engine, bool Compared);
}
