using System.Text.Json.Nodes;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Schema;

namespace Kaizen.Tests.Schema;

/// <summary>Engine and schema accept and refuse the same files: a schema that says otherwise teaches people not to believe it.</summary>
public sealed class AgreementTests
{
    private const int Seed = 20260302;
    private const int Mutations = 2500;

    [Fact]
    public void Every_code_is_sorted()
    {
        var codes = Catalogue.ByCode.Keys.Where(c => c.StartsWith("KZ1", StringComparison.Ordinal) || c.StartsWith("KZ2", StringComparison.Ordinal));
        Assert.Equal(codes.Order(StringComparer.Ordinal), FaultClasses.Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void They_agree_on_every_file_of_the_repository()
    {
        var verdicts = Corpus.All.Select(Verdict.Of).ToList();

        Assert.True(Verdict.Told(verdicts) is "", Verdict.Told(verdicts));
        Assert.True(verdicts.Count(v => v.Compared) > 150, $"only {verdicts.Count(v => v.Compared)} files");
        Assert.True(verdicts.Count(v => v is { Compared: true, Refused: false }) > 50, "too few files without a fault of structure");
        // Every code that the schema answers for is put to the test, here or in ValueTests.
        var met = verdicts.Concat(ValueTests.All).Where(v => v.Refused).SelectMany(v => v.Engine).Select(f => f.Code);
        Assert.Empty(FaultClasses.Structural.Except(met));
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
            var verdict = Verdict.Of(new Specimen($"{specimen.Name}: {changed.Name}", YamlText.Of(changed.Changed), specimen.Workspace));
            if (verdict.Compared) verdicts.Add(verdict);
        }

        Assert.True(Verdict.Told(verdicts) is "", Verdict.Told(verdicts));
        Assert.InRange(verdicts.Count(v => v.Refused), Mutations / 5, Mutations * 9 / 10);
    }

    /// <summary>Whether the file still has a key that tells a workspace from a cycle; the schema is not told the file's name.</summary>
    private static bool IsTold(Specimen specimen, JsonNode changed) =>
        WorkspaceSchema.Tells.Any(changed.AsObject().ContainsKey) == specimen.Workspace is null;
}
