using System.Globalization;
using System.Text.Json;
using Kaizen.Hosting.Serving;
using Microsoft.AspNetCore.Http;

namespace Kaizen.Web;

/// <summary>
/// What a watchdog asks. Healthy while every keeper looks at its clock, does its work and can keep what it finds; a workspace with
/// faults in its files is named, and no reason to restart the host.
/// </summary>
internal static class Health
{
    public static IResult Of(IReadOnlyList<LoopKeeper> keepers, TimeProvider time)
    {
        using var buffer = new MemoryStream();
        var well = keepers.All(k => k.Ailment is null);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", well ? "ok" : "failing");
            json.WriteString("clock", time.GetUtcNow());
            json.WriteStartArray("workspaces");
            foreach (var keeper in keepers) Write(json, keeper);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new Bytes(buffer.ToArray(), well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static void Write(Utf8JsonWriter json, LoopKeeper keeper)
    {
        var view = keeper.View;
        json.WriteStartObject();
        json.WriteString("name", view.Workspace?.Name ?? Path.GetFileName(keeper.Folder));
        json.WriteString("asOf", view.Version == 0 ? null : view.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("cycles", view.Cycles.Count);
        json.WriteNumber("faults", view.Faults.Count(d => d.Severity == Abstractions.Severity.Error));
        json.WriteString("ticked", view.Ticked);
        if (keeper.Ailment is { } why) json.WriteString("reason", why);
        json.WriteEndObject();
    }

    private sealed class Bytes(byte[] json, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.ContentLength = json.Length;
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(json).AsTask();
        }
    }
}
