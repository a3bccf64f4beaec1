using System.Globalization;

namespace Kaizen.Measuring.Pushing;

/// <summary>A piece of SQL.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Level">The stage on whose columns it rests; 0 is the relation itself.</param>
/// <param name="Most">Of a number: no value is larger than this, without its sign.</param>
internal readonly record struct Sql(string Text, int Level = 0, double Most = 0)
{
    public static readonly Sql Null = new("NULL");

    public static Sql Whole(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Pieces put into a pattern, <c>{0}</c> for the first.</summary>
    public static Sql Of(string pattern, params ReadOnlySpan<Sql> parts)
    {
        var (texts, level) = (new object[parts.Length], 0);
        for (var i = 0; i < parts.Length; i++)
        {
            texts[i] = parts[i].Text;
            level = Math.Max(level, parts[i].Level);
        }

        return new Sql(string.Format(CultureInfo.InvariantCulture, pattern, texts), level);
    }

    /// <summary>Pieces in a row, with something between them.</summary>
    public static Sql Join(string between, IReadOnlyCollection<Sql> parts) =>
        new(string.Join(between, parts.Select(p => p.Text)), parts.Count == 0 ? 0 : parts.Max(p => p.Level), parts.Count == 0 ? 0 : parts.Max(p => p.Most));
}
