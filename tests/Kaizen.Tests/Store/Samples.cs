using Kaizen.Core.Checking;

namespace Kaizen.Tests.Store;

/// <summary>Evidence as small as it gets.</summary>
internal static class Samples
{
    public static readonly byte[] Body = EvidenceJson.ToBytes(new CycleEvidence { Id = "c", File = "cycles/c.yaml", DefinitionHash = "h", Engine = "0.1.0" });
}
