using System.Security.Cryptography;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.Definitions;

namespace Kaizen.Tests.Definitions;

public sealed class WorkspaceReaderTests
{
    private const string Wait = "title: Enquiries wait\nmetrics: { wait: { median: hours, better: lower } }\n";

    [Fact]
    public void A_folder_without_kaizen_yaml_is_no_workspace()
    {
        using var workspace = new TemporaryWorkspace(null);

        Assert.Null(workspace.Read());

        Assert.Equal("KZ2001", Assert.Single(workspace.Faults.All).Code);
    }

    [Fact]
    public void The_nearest_parent_with_a_kaizen_yaml_is_found()
    {
        using var workspace = new TemporaryWorkspace();
        var inner = Directory.CreateDirectory(Path.Combine(workspace.Folder, "data", "raw")).FullName;

        Assert.Equal(workspace.Folder, WorkspaceReader.Find(inner));
        Assert.Equal(workspace.Folder, WorkspaceReader.Find(workspace.Folder));
        File.Delete(Path.Combine(workspace.Folder, "kaizen.yaml"));
        Assert.Null(WorkspaceReader.Find(inner));
    }

    [Fact]
    public void Faults_of_all_files_come_at_once_even_where_the_workspace_is_faulty()
    {
        using var workspace = new TemporaryWorkspace("zone: Nowhere\nsources: { enquiries: { use: csv, time: at } }\n");
        workspace.Write("cycles/b.yaml", Wait + "check: { date: 1 }\n").Write("cycles/a.yaml", Wait + "titel: x\ndo: { started: 2 }\n");

        Assert.Null(workspace.Read());

        Assert.Equal(
            ["kaizen.yaml:1:7 KZ2007 ", "cycles/a.yaml:3:1 KZ1021 a", "cycles/a.yaml:4:16 KZ1026 a", "cycles/b.yaml:3:16 KZ1026 b"],
            workspace.Faults.All.Select(d => $"{d.Span} {d.Code} {d.Cycle}"));
    }

    [Fact]
    public void Where_the_workspace_cannot_be_read_only_the_text_of_cycles_is_judged()
    {
        using var workspace = new TemporaryWorkspace("zone: [\n");
        workspace.Write("cycles/a.yaml", Wait + "title: x\n").Write("cycles/b.yaml", "metrics: { wait: { source: unknown } }\n");

        Assert.Null(workspace.Read());

        Assert.Equal(["KZ1008", "KZ1010"], workspace.Faults.All.Select(d => d.Code));
    }

    [Fact]
    public void Cycles_come_by_id_faulty_ones_apart_and_nested_folders_are_not_read()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "cycles", "old"));
        workspace.Write("cycles/b.yml", Wait).Write("cycles/a.yaml", Wait).Write("cycles/c.yaml", "title: [\n")
            .Write("cycles/old/d.yaml", "title: [\n").Write("cycles/notes.md", "# notes").Write("cycles/.e.yaml", "x");

        var read = workspace.Read()!;

        Assert.Equal(["a", "b"], read.Cycles.Select(c => c.Id));
        Assert.Equal([("c", "cycles/c.yaml")], read.Faulty);
        Assert.Equal("KZ1008", Assert.Single(workspace.Faults.All).Code);
    }

    [Fact]
    public void A_workspace_without_a_zone_says_that_it_took_utc()
    {
        using var workspace = new TemporaryWorkspace("title: x\n");

        var read = workspace.Read()!;

        Assert.Equal("UTC", read.Calendar.Zone);
        Assert.Equal(new Inference("zone", "UTC", "kaizen.yaml names no time zone"), Assert.Single(read.Inferred));
        Assert.Equal(Path.GetFileName(workspace.Folder), read.Name);
    }

    [Fact]
    public void Many_files_give_the_same_faults_in_the_same_order_at_each_reading()
    {
        using var workspace = new TemporaryWorkspace();
        for (var i = 0; i < 300; i++) workspace.Write($"cycles/c{i:000}.yaml", i % 3 == 0 ? Wait + "titel: x\ndate: y\n" : Wait);
        var again = new DiagnosticBag();

        var read = workspace.Read()!;
        WorkspaceReader.Read(workspace.Folder, again);

        Assert.Equal((200, 100, 200), (read.Cycles.Count, read.Faulty.Count, workspace.Faults.All.Count));
        Assert.Equal(workspace.Faults.All.Select(d => d.ToString()), again.All.Select(d => d.ToString()));
        Assert.Equal(workspace.Faults.All.Select(d => d.Cycle).Order(StringComparer.Ordinal), workspace.Faults.All.Select(d => d.Cycle));
    }

    [Fact]
    public void After_of_takes_the_dates_of_the_other_cycle()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("cycles/first.yaml", Wait + "plan: { target: { to: 4, due: 2026-03-01 } }\ndo: { started: 2025-09-01 }\n")
            .Write("cycles/hold.yaml", Wait + "kind: sdca\nbaseline: { after_of: first, because: it held }\ndo: { started: 2026-03-01 }\n")
            .Write("cycles/next.yaml", Wait + "kind: sdca\nprevious: first\ndo: { started: 2026-03-01 }\n");

        var read = workspace.Read()!;

        Assert.Empty(workspace.Faults.All);
        var (from, to) = (new DateOnly(2025, 9, 1), new DateOnly(2026, 3, 1));
        Assert.Equal(new Baseline(from, to, "it held", "first"), read.Cycles[1].Metrics[0].Baseline);
        Assert.Equal(new Baseline(from, to, null, "first"), read.Cycles[2].Metrics[0].Baseline);
        Assert.Equal(new Chain("first", "standardise"), read.Cycles[2].Chain);
        Assert.Contains(read.Cycles[2].Inferred, i => i is { What: "baseline", Value: "after_of: first" });
        Assert.Contains(read.Cycles[2].Inferred, i => i is { What: "reason", Value: "standardise" });
    }

    [Fact]
    public void Shared_metrics_are_used_by_name_wherever_they_are_named()
    {
        const string kaizen = TemporaryWorkspace.OneSource + """

            metrics:
              wait: { median: "hours_between(received_at, answered_at)", better: lower }
              coverage: { rate: is_expert, better: higher }
              other: { count: rows }
            """;
        var cycle = TemporaryWorkspace.Good("""
            title: Enquiries wait
            metrics: { wait: { role: process, predicts: { expect: 4, between: [2, 6] } } }
            plan:
              target: { to: 4 }
              countermeasures:
                rota: { text: A rota., fidelity: { metric: coverage, done_at: 0.7 } }
            """, kaizen);

        Assert.Equal(["wait", "coverage"], cycle.Metrics.Select(m => m.Name));
        Assert.Equal(("wait", MetricRole.Process, "h", 4d), (cycle.LeadMetric, cycle.Metrics[0].Role, cycle.Metrics[0].Unit, cycle.Metrics[0].Prediction!.Expect));
        Assert.Equal("kaizen.yaml", cycle.Metrics[0].Measure.Value!.At.File);
        Assert.Equal(["wait", "other"], TemporaryWorkspace.Good("title: x\nmetrics: [wait, other]\n", kaizen).Metrics.Select(m => m.Name));
        Assert.Equal("other", TemporaryWorkspace.Good("title: x\nplan: { target: { metric: other, to: 4 } }\n", kaizen).LeadMetric);
    }

    [Fact]
    public void The_direction_follows_from_the_target_and_several_predictions_stay_with_their_countermeasures()
    {
        var cycle = TemporaryWorkspace.Good("""
            title: Enquiries wait
            metrics: { wait: { median: hours } }
            plan:
              target: { from: 19, to: 4 }
              countermeasures:
                none: { text: Nothing. }
                rota: { text: A rota., predicts: { expect: 4 } }
                form: { text: A form., predicts: { expect: 9 } }
            """);

        Assert.Equal((Better.Lower, 4d), (cycle.Lead!.Better!.Value, cycle.Lead.Prediction!.Expect));
        Assert.Equal([null, 4d, 9d], cycle.Plan.Countermeasures.Select(c => c.Predicts?.Expect));
        Assert.Contains(cycle.Inferred, i => i is { What: "metrics.wait.better", Value: "lower" });
    }

    [Fact]
    public void The_hash_follows_what_the_cycle_uses_and_nothing_else()
    {
        static string Hash(string kaizen, string cycle = Wait) => TemporaryWorkspace.Good(cycle, kaizen).DefinitionHash;
        const string kaizen = "zone: UTC\nsources: { enquiries: { use: csv, time: at } }\n";
        const string chosen = "title: Enquiries wait\ndomain: sales\nmetrics: { wait: { source: enquiries, median: hours, better: lower } }\n";

        var hash = Hash(kaizen);

        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Hash("# a comment\nsources:\n  enquiries:\n    time: 'at'\n    use: csv\nzone: UTC\ntitle: x\n"));
        Assert.NotEqual(hash, Hash(kaizen.Replace("UTC", "Europe/Berlin", StringComparison.Ordinal)));
        Assert.NotEqual(hash, Hash(kaizen.Replace("time: at", "time: at, known_until: 2026-01-01", StringComparison.Ordinal)));
        Assert.NotEqual(hash, Hash(kaizen + "domain: sales\n"));
        Assert.NotEqual(hash, Hash(kaizen + "per: month\n"));
        Assert.NotEqual(hash, Hash(kaizen, Wait + "\n"));
        Assert.Equal(Hash(kaizen, chosen), Hash(kaizen.Replace("{ enq", "{ other: { use: csv }, enq", StringComparison.Ordinal) + "domain: change\n", chosen));
    }

    [Fact]
    public void A_plugin_manifest_is_read()
    {
        using var folder = new TemporaryWorkspace(null);
        folder.Write("plugin.yaml", "id: csv\nversion: 0.1.0\ncontract: { min: 1, max: 2 }\nassembly: Kaizen.Plugin.Csv.dll\n");

        var manifest = PluginManifestReader.Read(Path.Combine(folder.Folder, "plugin.yaml"), folder.Faults);

        Assert.Empty(folder.Faults.All);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Folder, "plugin.yaml"))));
        Assert.Equal(new PluginManifest("csv", "0.1.0", 1, 2, "Kaizen.Plugin.Csv.dll", folder.Folder) { Sha256 = hash }, manifest);
    }

    [Fact]
    public void A_plugin_manifest_says_what_the_plugin_reaches_for()
    {
        using var folder = new TemporaryWorkspace(null);
        folder.Write("plugin.yaml", "id: acme\nversion: 1\ncontract: { min: 1, max: 1 }\nassembly: Acme.dll\ncapabilities: { hosts: [api.acme.test, b.test], secrets: ACME_KEY }\n");

        var capabilities = PluginManifestReader.Read(Path.Combine(folder.Folder, "plugin.yaml"), folder.Faults)!.Capabilities;

        Assert.Empty(folder.Faults.All);
        Assert.Equal(["api.acme.test", "b.test"], capabilities.Hosts);
        Assert.Equal(["ACME_KEY"], capabilities.Secrets);
        Assert.Equal(["hosts", "secrets"], capabilities.Said.Select(s => s.Kind));
    }
}
