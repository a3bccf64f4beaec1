using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Record;
using Kaizen.Store.Evidence;

namespace Kaizen.Tests.Hosting;

public sealed class OnRecordTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("{\"id\":\"c\",\"file\":3}")]
    public void Well_kept_bytes_that_are_no_evidence_of_this_version_count_as_none(string body)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-record").FullName;
        var inputs = new Inputs(new Dictionary<string, string> { ["definition"] = "1" });
        using (var store = EvidenceStore.Open(folder, StoreUse.Write, new DiagnosticBag()))
            Assert.True(store.Save([new Recorded("c", inputs, System.Text.Encoding.UTF8.GetBytes(body))], []));
        using (var store = EvidenceStore.Open(folder, StoreUse.Look, new DiagnosticBag()))
        {
            Assert.NotNull(store.Find(inputs.Key));
            Assert.Null(OnRecord.For(store, inputs.Key));
            Assert.Null(OnRecord.Last(store, "c"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
