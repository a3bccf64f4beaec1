using Kaizen.Abstractions;
using Kaizen.Definitions.Binding;
using Kaizen.Definitions.Text;

namespace Kaizen.Tests.Schema;

/// <summary>What the engine says of one file, without the files beside it.</summary>
internal static class EngineCheck
{
    /// <summary>The workspace that cycles are read in.</summary>
    public static WorkspaceParts Workspace(string kaizen)
    {
        var faults = new FaultList("kaizen.yaml", null);
        var parts = WorkspaceBinder.Bind(Root(kaizen, faults)!, faults);
        return parts;
    }

    /// <summary>The faults of a file: of a cycle in a workspace, or of <c>kaizen.yaml</c> where there is none.</summary>
    public static IReadOnlyList<Diagnostic> Faults(string yaml, WorkspaceParts? workspace)
    {
        var faults = new FaultList("file.yaml", null);
        if (Root(yaml, faults) is { } root)
        {
            if (workspace is null) WorkspaceBinder.Bind(root, faults);
            else CycleBinder.Bind(root, "file", workspace, faults);
        }

        return [.. faults.InOrder()];
    }

    private static Node? Root(string yaml, FaultList faults)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml);
            return SourceTextReader.Read(path, faults) is { } text ? NodeReader.Read(text, faults) : null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
