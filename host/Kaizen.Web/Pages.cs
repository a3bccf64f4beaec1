using System.Globalization;
using System.Text;
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

    // Without a template: while this is shown the first look needs the processor for itself.
    private const string FirstLook = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <noscript><meta http-equiv="refresh" content="1"></noscript>
        <title>Kaizen</title>
        <style>body { font: 12pt sans-serif; text-align: center; margin-top: 30vh; color: #5a6472; }</style>
        </head>
        <body><p>Kaizen is looking at the loops for the first time.</p></body>
        </html>
        """;

    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<LoopKeeper> keepers, EventStream events, TimeProvider time)
    {
        var sites = Sites(keepers);
        Get("/", () => sites.Count == 1 ? Results.Redirect($"/{Uri.EscapeDataString(sites.Keys.First())}/index.html") : Live(keepers, null, () => new LivePages(keepers[0]).Home(
            [.. sites.Select(s => ($"{Uri.EscapeDataString(s.Key)}/index.html", s.Value.View.Workspace?.Title ?? s.Key, Count(s.Value)))])));
        Get("/healthz", () => Health.Of(keepers, time));
        Get("/events", (HttpContext context) =>
        {
            IReadOnlyList<LoopKeeper> of = sites.TryGetValue(context.Request.Query["of"].ToString(), out var keeper) ? [keeper] : keepers;
            return events.WriteAsync(context, () => LiveScript.Version(of));
        });
        Get("/kaizen.js", () => Results.Text(LiveScript.Text, "text/javascript; charset=utf-8"));
        Get("/{site}", (string site) => sites.ContainsKey(site) ? Results.Redirect($"/{Uri.EscapeDataString(site)}/index.html") : NotFound());
        Get("/favicon.ico", () => Results.NoContent());
        Get("/{site}/index.html", (string site) => !sites.TryGetValue(site, out var keeper) ? NotFound()
            : Live([keeper], site, () => new LivePages(keeper).Portfolio() ?? (keeper.View.Settled ? new LivePages(keeper).Unreadable() : FirstLook)));
        Get("/{site}/results.json", (string site) => !sites.TryGetValue(site, out var keeper) ? NotFound()
            : !keeper.View.Settled ? Results.Text("Kaizen is looking at the loops for the first time. Ask for it again.", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Guarded(() => new LivePages(keeper).Results() is { } json ? Results.Bytes(json, "application/json") : null) ?? Results.Text("No results were written yet.", statusCode: StatusCodes.Status404NotFound));
        Get("/{site}/loops/{file}", (string site, string file) => Show(site, keeper => Id(file) is { } id ? Live([keeper], site, () => new LivePages(keeper).Loop(id)) : Missing(keeper, site)));
        Get("/{site}/a3/{file}", (HttpContext context, string site, string file) =>
            Show(site, keeper => Id(file) is { } id ? Sheet(keeper, site, id, context.Request.Query["as-of"]) : Missing(keeper, site)));
        // Names of files too, which the plain fallback leaves out.
        routes.MapFallback("{**path}", NotFound);

        IResult Show(string site, Func<LoopKeeper, IResult> page) =>
            !sites.TryGetValue(site, out var keeper) ? NotFound()
            : keeper.View.Settled ? page(keeper)
            : Live([keeper], site, () => FirstLook);

        IResult NotFound() => Rendered(() => None(keepers[0]), StatusCodes.Status404NotFound) ?? Results.NotFound();

        // Live too: what a person mistyped in a file comes back to the page that is open.
        IResult Missing(LoopKeeper keeper, string site)
        {
            var version = LiveScript.Version([keeper]);
            return Rendered(() => LiveScript.Into(None(keeper), version, site), StatusCodes.Status404NotFound) ?? NotFound();
        }

        IResult Sheet(LoopKeeper keeper, string site, string id, string? asOf)
        {
            if (asOf is null) return Live([keeper], site, () => new LivePages(keeper) is var pages && pages.Sheet(id, null) is { } page ? LiveScript.Above(Encoding.UTF8.GetString(page), pages.Beside(id)) : null);
            // As it was written on its day, without what keeps a page live: once the day is over it does not change.
            return Guarded(() => DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && new LivePages(keeper).Sheet(id, date) is { } kept ? Results.Bytes(kept, Html) : null)
                ?? Missing(keeper, site);
        }

        IResult Live(IReadOnlyList<LoopKeeper> shown, string? site, Func<string?> render)
        {
            var version = LiveScript.Version(shown);
            return Rendered(() => render() is { } page ? LiveScript.Into(page, version, site) : null) ?? (site is null ? NotFound() : Missing(shown[0], site));
        }

        void Get(string pattern, Delegate show) => routes.MapMethods(pattern, ReadOnly, show);
    }

    private static string Count(LoopKeeper keeper) => keeper.View.Workspace is { } workspace
        ? string.Create(CultureInfo.InvariantCulture, $"{workspace.Cycles.Count} cycle{(workspace.Cycles.Count == 1 ? "" : "s")}, as of {keeper.View.AsOf:d MMMM yyyy}")
        : !keeper.View.Settled ? "looked at for the first time" : "its kaizen.yaml cannot be read";

    private static string None(LoopKeeper keeper) => new LivePages(keeper).Plain(new PlainInput("There is no such page", "The portfolio leads to every page that there is.", []));

    private static IResult? Rendered(Func<string?> render, int status = StatusCodes.Status200OK) =>
        Guarded(() => render() is { } page ? Results.Text(page, Html, statusCode: status) : null);

    /// <summary>The answer, or what keeps it from being made; null where there is none.</summary>
    private static IResult? Guarded(Func<IResult?> answer)
    {
        try
        {
            return answer();
        }
        catch (TemplateException fault)
        {
            return Results.Text(string.Join('\n', fault.Diagnostics.Select(d => $"{d.Code} {d.Span?.File}:{d.Span?.Line}:{d.Span?.Column}: {d.Message}")), statusCode: StatusCodes.Status500InternalServerError);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The page or the log beside it is being replaced, or may not be read: said in words, and no fault of the program.
            return Results.Text($"This page cannot be read now: {Store.MachineFault.Of(fault).Why}. Ask for it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
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
}
