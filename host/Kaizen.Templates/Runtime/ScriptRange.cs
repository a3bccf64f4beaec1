using System.Collections;

namespace Scriban.Runtime;

/// <summary>A sequence that is made while it is read, like <c>1..5</c>.</summary>
public class ScriptRange : IEnumerable<object?>
{
    public ScriptRange(IEnumerable values) => Values = values;

    public IEnumerable Values { get; }

    public IEnumerator<object?> GetEnumerator() => Values.Cast<object?>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>From one integer to another, upwards or downwards.</summary>
    internal static ScriptRange Between(long from, long to, bool includesLast)
    {
        return new ScriptRange(Count());

        IEnumerable<object?> Count()
        {
            var step = from <= to ? 1 : -1;
            var end = includesLast ? to + step : to;
            for (var i = from; i != end; i += step)
                yield return i is >= int.MinValue and <= int.MaxValue ? (object)(int)i : i;
        }
    }
}
