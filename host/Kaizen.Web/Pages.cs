using System.Globalization;
using System.Text;
using System.Text.Json;
using Kaizen.Hosting.Serving;
using Kaizen.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kaizen.Web;

/// <summary>Which address shows what. Every page can be read without script; the script only asks for it again when it changed.</summary>
internal static class Pages
{
    private static readonly string[] ReadOnly = ["GET", "HEAD"];
    private const string Html = "text/html; charset=utf-8";
    private const string Script = """
        "use strict";
        let shown = null;
        const events = new EventSource("/events");
        events.addEventListener("version", event => {
          if (shown !== null && shown !== event.data) location.reload();
          shown = event.data;
        });

        """;

    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<LoopKeeper> keepers, EventStream events, TimeProvider time)
    {
        var sites = Sites(keepers);
        Get("/", () => sites.Count == 1 ? Results.Redirect($"/{Uri.EscapeDataString(sites.Keys.First())}/index.html") : Page(Home(sites)));
        Get("/healthz", () => Health(keepers, time));
        Get("/events", events.WriteAsync);
        Get("/kaizen.js", () => Results.Text(Script, "text/javascript; charset=utf-8"));
        Get("/{site}", (string site) => sites.ContainsKey(site) ? Results.Redirect($"/{Uri.EscapeDataString(site)}/index.html") : NotFound());
        Get("/favicon.ico", () => Results.NoContent());
        Get("/{site}/index.html", (string site) => Show(site, keeper => Rendered(() => new LivePages(keeper).Portfolio() ?? Unreadable(keeper))));
        Get("/{site}/results.json", (string site) => Show(site, keeper => new LivePages(keeper).Results() is { } json ? Results.Bytes(json, "application/json") : NotFound()));
        Get("/{site}/loops/{file}", (string site, string file) => Show(site, keeper => Id(file) is { } id ? Rendered(() => new LivePages(keeper).Loop(id)) : NotFound()));
        Get("/{site}/a3/{file}", (HttpContext context, string site, string file) =>
            Show(site, keeper => Id(file) is { } id ? Sheet(keeper, id, context.Request.Query["as-of"]) : NotFound()));
        routes.MapFallback(() => NotFound());

        IResult Show(string site, Func<LoopKeeper, IResult> page) =>
            !sites.TryGetValue(site, out var keeper) ? NotFound()
            : keeper.View.Version == 0 ? Say("Kaizen is looking at the loops for the first time.", again: true)
            : page(keeper);

        void Get(string pattern, Delegate show) => routes.MapMethods(pattern, ReadOnly, show);
    }

    private static IResult Sheet(LoopKeeper keeper, string id, string? asOf)
    {
        DateOnly? date = null;
        if (asOf is not null)
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)) return NotFound();
            date = written;
        }

        if (new LivePages(keeper).Sheet(id, date) is not { } page) return NotFound();
        // A kept sheet never changes; the current one is asked for again when it does.
        return date is not null ? Results.Bytes(page, Html) : Page(Encoding.UTF8.GetString(page).Replace("</head>", "<script src=\"/kaizen.js\" defer></script>\n</head>", StringComparison.Ordinal));
    }

    private static string Home(Dictionary<string, LoopKeeper> sites) => new LoopRenderer(TemplateFolder.BuiltIn()).RenderHome(
        [.. sites.Select(s => ($"{Uri.EscapeDataString(s.Key)}/index.html", s.Value.View.Workspace?.Title ?? s.Key, Count(s.Value)))]);

    private static string Count(LoopKeeper keeper) => keeper.View.Workspace is { } workspace
        ? string.Create(CultureInfo.InvariantCulture, $"{workspace.Cycles.Count} cycles, as of {keeper.View.AsOf:d MMMM yyyy}") : "its kaizen.yaml cannot be read";

    private static string? Unreadable(LoopKeeper keeper) =>
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Kaizen</title><h1>This workspace cannot be read</h1><ul>{string.Concat(keeper.View.Diagnostics.Select(d => $"<li>{System.Net.WebUtility.HtmlEncode($"{d.Code}: {d.Message} {d.Hint}")}</li>"))}</ul></html>";

    private static IResult Rendered(Func<string?> render)
    {
        try
        {
            return render() is { } page ? Page(page) : NotFound();
        }
        catch (TemplateException fault)
        {
            return Results.Text(string.Join('\n', fault.Diagnostics.Select(d => $"{d.Code} {d.Span?.File}:{d.Span?.Line}:{d.Span?.Column}: {d.Message}")), statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Healthy while every keeper looks at its clock; a workspace with faults is named, and no reason to restart the host.</summary>
    private static IResult Health(IReadOnlyList<LoopKeeper> keepers, TimeProvider time)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteString("clock", time.GetUtcNow());
            json.WriteStartArray("workspaces");
            foreach (var keeper in keepers)
            {
                var view = keeper.View;
                json.WriteStartObject();
                json.WriteString("name", view.Workspace?.Name ?? Path.GetFileName(keeper.Folder));
                json.WriteString("asOf", view.Version == 0 ? null : view.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("cycles", view.Cycles.Count);
                json.WriteNumber("faults", view.Diagnostics.Count(d => d.Severity == Abstractions.Severity.Error));
                json.WriteString("ticked", view.Ticked);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Results.Bytes(buffer.ToArray(), "application/json");
    }

    /// <summary>One name for each workspace: its folder's, with a number where two are alike.</summary>
    private static Dictionary<string, LoopKeeper> Sites(IReadOnlyList<LoopKeeper> keepers)
    {
        var sites = new Dictionary<string, LoopKeeper>(StringComparer.Ordinal);
        foreach (var keeper in keepers)
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(keeper.Folder));
            var free = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{n}")).First(n => !sites.ContainsKey(n));
            sites.Add(free, keeper);
        }

        return sites;
    }

    private static string? Id(string file) => file.EndsWith(".html", StringComparison.Ordinal) ? file[..^".html".Length] : null;

    private static IResult Page(string html) => Results.Text(html, Html);

    private static IResult NotFound() => Say("There is no such page. The portfolio is at /.", StatusCodes.Status404NotFound);

    private static IResult Say(string text, int status = StatusCodes.Status200OK, bool again = false) => Results.Text(
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">{(again ? "<meta http-equiv=\"refresh\" content=\"1\">" : "")}<title>Kaizen</title></head><body><p>{text}</p><p><a href=\"/\">Portfolio</a></p></body></html>", Html, statusCode: status);
}
