using Kaizen.Abstractions;
using Kaizen.Hosting.Runs;

namespace Kaizen.Cli.Output;

/// <summary>What goes to standard error: diagnostics, on a terminal the progress of long work, and anywhere that it waits for somebody.</summary>
internal sealed class Screen : IProgress<RunProgress>, IDisposable
{
    private static readonly TimeSpan ShowAfter = TimeSpan.FromMilliseconds(500);
    private readonly long since = TimeProvider.System.GetTimestamp();
    private readonly bool live = !Console.IsErrorRedirected && Ink.ForError.IsOn;
    private readonly Lock gate = new();
    private bool drawn;
    private long waits;
    private bool said;

    public void Report(RunProgress value)
    {
        if (value.Waits) Say(value);
        if (!live || TimeProvider.System.GetElapsedTime(since) < ShowAfter) return;
        lock (gate)
        {
            var text = $"{value.Stage}: {Plain.Text(value.Text)}";
            var width = Math.Max(20, Width() - 1);
            Terminal.Error.Write($"\r{(text.Length > width ? text[..width] : text)}\u001b[K");
            drawn = true;
        }
    }

    /// <summary>Says once that it waits, and for whom; a wait of a moment is not worth a word.</summary>
    private void Say(RunProgress value)
    {
        lock (gate)
        {
            if (waits == 0) waits = TimeProvider.System.GetTimestamp();
            if (said || TimeProvider.System.GetElapsedTime(waits) < ShowAfter) return;
            said = true;
            if (drawn) Terminal.Error.Write("\r\u001b[K");
            drawn = false;
            Terminal.Error.WriteLine($"kaizen: {Plain.Text(value.Text)}.");
        }
    }

    /// <summary>Prints diagnostics, errors last so that they stand where the eye is.</summary>
    public void Show(IEnumerable<Diagnostic> diagnostics)
    {
        Dispose();
        Bulk.Write(Terminal.Error, diagnostics.OrderBy(d => d.Severity == Severity.Error), d => DiagnosticText.Of(d, Ink.ForError));
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (drawn) Terminal.Error.Write("\r\u001b[K");
            drawn = false;
        }
    }

    private static int Width()
    {
        try { return Console.WindowWidth; }
        catch (IOException) { return 80; }
    }
}
