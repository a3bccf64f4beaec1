using Microsoft.Extensions.Logging;

namespace Kaizen.Hosting.Serving;

/// <summary>What the host says while it keeps loops closing.</summary>
internal static partial class KeeperLog
{
    [LoggerMessage(1, LogLevel.Information, "{Workspace}: closed {Cycle} as of {AsOf}, due {Due} ({Why}): {Recommendation}")]
    public static partial void Closed(ILogger logger, string workspace, string cycle, string asOf, string due, string why, string recommendation);

    [LoggerMessage(2, LogLevel.Warning, "{Workspace}: {Cycle} was due {Due} ({Why}) and could not be concluded; next try {Retry}")]
    public static partial void NotConcluded(ILogger logger, string workspace, string cycle, string due, string why, string retry);

    [LoggerMessage(3, LogLevel.Information, "{Workspace}: looked again after a change, {Written} files written")]
    public static partial void LookedAgain(ILogger logger, string workspace, int written);

    [LoggerMessage(4, LogLevel.Warning, "{Workspace}: {Code} {Place}: {Message}")]
    public static partial void Fault(ILogger logger, string workspace, string code, string place, string message);

    [LoggerMessage(5, LogLevel.Error, "{Workspace}: a fault of the program in {Cycle}; the other loops go on")]
    public static partial void Broken(ILogger logger, Exception fault, string workspace, string cycle);

    [LoggerMessage(6, LogLevel.Warning, "{Workspace}: the clock shows {AsOf}, but loops were closed as of {Last} while it was ahead; those closings do not count")]
    public static partial void ClockWasAhead(ILogger logger, string workspace, string asOf, string last);

    [LoggerMessage(7, LogLevel.Information, "{Workspace}: keeping {Cycles} loops, {Open} open; next due {Next}")]
    public static partial void Keeping(ILogger logger, string workspace, int cycles, int open, string next);

    [LoggerMessage(8, LogLevel.Information, "{Workspace}: as_of in kaizen.yaml holds the calendar at {AsOf}; without that line the host goes by the clock")]
    public static partial void HeldCalendar(ILogger logger, string workspace, string asOf);
}
