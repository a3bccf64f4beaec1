using System.Globalization;
using System.Net;
using Kaizen.Hosting.Serving;

namespace Kaizen.Web;

/// <summary>
/// What keeps an open page up to date: it carries the version it was made of, and is asked for again when the stream tells
/// another one. A hidden page does not listen, since a browser opens six connections to one host only.
/// </summary>
internal static class LiveScript
{
    public const string Text = """
        "use strict";
        const shown = document.querySelector('meta[name="kaizen-version"]');
        let events = null;
        function hush() {
          if (events) events.close();
          events = null;
        }
        function listen() {
          if (document.hidden) return hush();
          if (events) return;
          events = new EventSource(shown.dataset.events);
          events.addEventListener("version", event => {
            if (event.data !== shown.content) location.reload();
          });
          events.addEventListener("enough", hush);
        }
        document.addEventListener("visibilitychange", listen);
        window.addEventListener("pagehide", hush);
        window.addEventListener("pageshow", listen);
        listen();

        """;

    // Versions count from nothing in each process, so they are told apart by a name of the process.
    private static readonly string Instance = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The version of what these keepers show.</summary>
    public static string Version(IEnumerable<LoopKeeper> keepers) => $"{Instance}-{string.Join('.', keepers.Select(k => k.View.Version.ToString(CultureInfo.InvariantCulture)))}";

    /// <summary>The page with its version and the script. The version is taken before the page is made, so that none is missed.</summary>
    public static string Into(string html, string version, string? site)
    {
        var events = site is null ? "/events" : $"/events?of={Uri.EscapeDataString(site)}";
        var at = html.IndexOf("</head>", StringComparison.Ordinal);
        return at < 0 ? html : html.Insert(at, $"<meta name=\"kaizen-version\" content=\"{version}\" data-events=\"{WebUtility.HtmlEncode(events)}\">\n<script src=\"/kaizen.js\" defer></script>\n");
    }

    /// <summary>The page with lines above it that are not part of it, and are not printed.</summary>
    public static string Above(string html, IReadOnlyList<string> lines)
    {
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        var at = lines.Count == 0 || body < 0 ? -1 : html.IndexOf('>', body);
        if (at < 0) return html;
        const string Style = "<style>.kaizen-beside { font: 10pt sans-serif; color: #8a2a1d; margin: 8pt auto; max-width: 260mm; } .kaizen-beside p { margin: 2pt 0; } @media print { .kaizen-beside { display: none; } }</style>";
        return html.Insert(at + 1, $"\n{Style}\n<aside class=\"kaizen-beside\">{string.Concat(lines.Select(l => $"<p dir=\"auto\">{WebUtility.HtmlEncode(l)}</p>"))}</aside>");
    }
}
