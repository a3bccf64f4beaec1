namespace Kaizen.EndToEnd.Tests;

/// <summary>A run is a function of its inputs: neither the zone of the machine, the folder nor the time of day shows in the output.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public async Task Two_zones_and_two_folders_give_the_same_bytes()
    {
        using var east = Workspace.OfExample();
        using var west = Workspace.OfExample();
        var first = await Outputs(east, "Asia/Tokyo");
        var second = await Outputs(west, "America/Los_Angeles");
        Assert.Equal(11, first.Count);
        Assert.Equal(first, second);
        Assert.Equal(await File.ReadAllTextAsync(east.At("ledger.ndjson")), await File.ReadAllTextAsync(west.At("ledger.ndjson")));

        Directory.Delete(east.At("out"), recursive: true);
        Directory.Delete(east.At(".kaizen"), recursive: true);
        Assert.Equal(first, await Outputs(east, "Pacific/Kiritimati"));
    }

    private static async Task<Dictionary<string, string>> Outputs(Workspace workspace, string zone)
    {
        var ran = await Kaizen.RunIn(workspace.Folder, new Dictionary<string, string> { ["TZ"] = zone, ["LANG"] = "de_DE.UTF-8" }, "run");
        Assert.Equal(0, ran.Code);
        return workspace.Files("out").ToDictionary(f => f.Key, f => f.Value.Hash);
    }
}
