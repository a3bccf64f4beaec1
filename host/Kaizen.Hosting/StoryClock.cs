using System.Globalization;

namespace Kaizen.Hosting;

/// <summary>
/// A clock that begins at another instant than now and may run faster: for demonstrations, for tests, and for writing down
/// a story on the days on which it happened. <c>KAIZEN_CLOCK=2026-08-30T09:00Z</c> begins there;
/// <c>KAIZEN_CLOCK=2026-08-30*86400</c> lets a day pass each second.
/// </summary>
public sealed class StoryClock : TimeProvider
{
    /// <summary>The environment variable that sets the clock of the command.</summary>
    public const string Variable = "KAIZEN_CLOCK";

    private readonly DateTimeOffset start;
    private readonly double speed;
    private readonly long since = System.GetTimestamp();

    /// <summary>A clock that shows <paramref name="start"/> now and runs <paramref name="speed"/> times as fast as time does.</summary>
    public StoryClock(DateTimeOffset start, double speed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        this.start = start;
        this.speed = speed;
    }

    /// <summary>The clock that a text describes, or null where it describes none.</summary>
    public static StoryClock? Parse(string text)
    {
        var parts = text.Split('*');
        var speed = 1.0;
        if (parts.Length > 2 || parts.Length == 2 && !double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out speed)) return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];
        return speed is > 0 and <= 1e7
            && DateTimeOffset.TryParseExact(parts[0], formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
                ? new StoryClock(start, speed) : null;
    }

    /// <summary>The clock of this process: the system's, or the one that <see cref="Variable"/> sets.</summary>
    /// <exception cref="FormatException">The variable is set to something that is no clock.</exception>
    public static TimeProvider OfEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text ? System
            : Parse(text) ?? throw new FormatException($"{Variable} is '{text}': write it as 2026-08-30T09:00Z, or with a speed as 2026-08-30*86400.");

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var passed = System.GetElapsedTime(since).TotalSeconds * speed;
        var room = (DateTimeOffset.MaxValue - start).TotalSeconds;
        return passed < room ? start.AddSeconds(passed) : DateTimeOffset.MaxValue;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period));

    private TimeSpan Scaled(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / speed));
}
