using Kaizen.Abstractions;

namespace Kaizen.Hosting.Runs;

/// <summary>The exit codes of the command, told from the area of a diagnostic's code.</summary>
public static class ExitCodes
{
    public const int Fine = 0;
    public const int WrongText = 1;
    public const int WrongUsage = 2;
    public const int FoundOnReading = 3;
    public const int Stopped = 130;

    /// <summary>Usage first, then 1 before 3 where both hold; warnings do not count.</summary>
    public static int Of(IEnumerable<Diagnostic> diagnostics)
    {
        var areas = diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code[2]).ToHashSet();
        if (areas.Contains('6')) return WrongUsage;
        if (areas.Overlaps(['1', '2', '5'])) return WrongText;
        return areas.Overlaps(['3', '4']) ? FoundOnReading : Fine;
    }
}
