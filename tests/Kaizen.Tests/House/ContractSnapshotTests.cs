using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace Kaizen.Tests.House;

/// <summary>The contract as plugins of version 1.0 saw it is kept as source, to build such a plugin today.</summary>
public class ContractSnapshotTests
{
    // It changes with the version of the contract, and then the folder does too.
    private const string Frozen = "7199d47de926f70227cabd1207b7b7459f79534c591df022fa3a9e3c2e6d9f09";

    private static readonly string Promise = Repository.At("host", "Kaizen.Abstractions", "PublicApi.v1.txt");
    private static readonly string Folder = Repository.At("tests", "fixtures", "contracts", "1.0");

    [Fact]
    public void It_has_the_surface_that_was_promised()
    {
        var context = new AssemblyLoadContext("contract 1.0", isCollectible: true);
        var snapshot = context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "contracts", "1.0", "Kaizen.Abstractions.dll"));
        Assert.Equal(string.Join('\n', File.ReadAllLines(Promise)), string.Join('\n', PublicApi.Of(snapshot)));
        context.Unload();
    }

    [Fact]
    public void Neither_it_nor_the_promise_changes_while_the_version_stays()
    {
        var files = Directory.EnumerateFiles(Folder).Where(f => Path.GetExtension(f) is ".cs" or ".csproj").OrderBy(Path.GetFileName, StringComparer.Ordinal).Prepend(Promise);
        // Git may have ended the lines in another way.
        var text = string.Concat(files.Select(f => $"{Path.GetFileName(f)}\n{File.ReadAllText(f).ReplaceLineEndings("\n")}\n"));
        Assert.Equal(Frozen, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
