using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions;

namespace Kaizen.Tests.Definitions;

/// <summary>A workspace in a temporary folder, deleted at the end.</summary>
internal sealed class TemporaryWorkspace : IDisposable
{
    public const string OneSource = """
        workspace: acme
        zone: Europe/Berlin
        domain: sales
        sources: { enquiries: { use: csv, with: { path: data/enquiries.csv }, time: received_at } }
        """;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-definitions-").FullName;

    public DiagnosticBag Faults { get; } = new();

    public TemporaryWorkspace(string? kaizen = OneSource)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cycles"));
        if (kaizen is not null) Write("kaizen.yaml", kaizen);
    }

    public TemporaryWorkspace Write(string path, string text)
    {
        File.WriteAllText(Path.Combine(Folder, path), text);
        return this;
    }

    public TemporaryWorkspace Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, path), bytes);
        return this;
    }

    public Workspace? Read() => WorkspaceReader.Read(Folder, Faults);

    /// <summary>Reads one cycle that is expected to have no fault.</summary>
    public static Cycle Good(string yaml, string kaizen = OneSource)
    {
        using var workspace = new TemporaryWorkspace(kaizen);
        workspace.Write("cycles/first.yaml", yaml);
        var read = workspace.Read();
        Assert.Empty(workspace.Faults.All);
        return Assert.Single(read!.Cycles);
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
