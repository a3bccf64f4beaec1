using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Every sheet of the example in a real browser: one A3 page, landscape, its text selectable.</summary>
public sealed partial class PrintTests
{
    private const string Browser = "/usr/bin/chromium";

    [Fact]
    public async Task Every_sheet_prints_on_exactly_one_A3_page()
    {
        Assert.True(File.Exists(Browser), $"{Browser} is needed: tests/run installs it.");
        using var workspace = Workspace.OfExample();
        Assert.Equal(0, (await workspace.Run("run")).Code);
        var sheets = Directory.EnumerateFiles(workspace.At("out/a3"), "*.html").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(9, sheets.Count);
        foreach (var sheet in sheets)
        {
            var pdf = Path.ChangeExtension(sheet, "pdf");
            await Run(Browser,
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={workspace.At("browser")}", "--no-pdf-header-footer",
                $"--print-to-pdf={pdf}", new Uri(sheet).AbsoluteUri);
            var facts = await Run("pdfinfo", pdf);
            var name = Path.GetFileName(sheet);
            Assert.True(Pages().Match(facts).Groups[1].Value == "1", $"{name}: {Pages().Match(facts).Value}");
            var size = Size().Match(facts);
            Assert.True(Math.Abs(Points(size, 1) - 1191) < 1 && Math.Abs(Points(size, 2) - 842) < 1, $"{name}: {size.Value}");
            var title = Title().Match(await File.ReadAllTextAsync(sheet)).Groups[1].Value;
            Assert.Contains(title.Split(' ')[0], await Run("pdftotext", "-layout", pdf, "-"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_asks_for_anything_outside_itself()
    {
        using var workspace = Workspace.OfExample();
        await workspace.Run("run");
        foreach (var page in Directory.EnumerateFiles(workspace.At("out"), "*.html", SearchOption.AllDirectories))
        {
            var html = await File.ReadAllTextAsync(page);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(Outside(), html);
        }
    }

    private static double Points(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        await error;
        Assert.Equal(0, process.ExitCode);
        return await output;
    }

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex Pages();

    [GeneratedRegex(@"Page size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex Size();

    [GeneratedRegex("<h1[^>]*>([^<]+)<")]
    private static partial Regex Title();

    [GeneratedRegex("""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
