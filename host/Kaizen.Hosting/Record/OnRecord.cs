using System.Text.Json;
using Kaizen.Core.Checking;
using Kaizen.Store.Evidence;

namespace Kaizen.Hosting.Record;

/// <summary>Evidence as it is on record. What this version cannot read counts as none: it is concluded again.</summary>
internal static class OnRecord
{
    public static CycleEvidence? For(EvidenceStore store, string key) => Read(store.Find(key));

    /// <summary>The last conclusion on a cycle, whatever it was drawn from.</summary>
    public static CycleEvidence? Last(EvidenceStore store, string cycle) => Read(store.LastOf(cycle));

    private static CycleEvidence? Read(byte[]? body)
    {
        try
        {
            return body is null ? null : EvidenceJson.FromBytes(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
