using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Cycles;

/// <summary>A value by which a source is split.</summary>
/// <param name="Text">The value as people read it: <c>North West</c>, <c>7</c>, <c>true</c>.</param>
/// <param name="Type">Text, number or flag.</param>
/// <param name="FirstSeen">UTC ticks of its earliest row.</param>
public sealed record FamilyValue(string Text, ColumnType Type, long FirstSeen)
{
    /// <summary>The value as an expression writes it.</summary>
    public string Literal => Type == ColumnType.Text ? $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'" : Text;
}

/// <summary>One file that stands for many loops becomes these loops: one for each value of the column it is split by.</summary>
public static class FamilyMembers
{
    /// <summary>More values than this are no groups that people work in.</summary>
    public const int Most = 200;

    private const int LongestSlug = 40;

    /// <summary>The loops, by their values in ordinal order.</summary>
    /// <param name="file">The family as it was read.</param>
    /// <param name="values">The different values of the column, in any order.</param>
    public static IReadOnlyList<Cycle> Of(Cycle file, IReadOnlyList<FamilyValue> values)
    {
        var family = file.Each ?? throw new ArgumentException($"'{file.Id}' is no family.", nameof(file));
        var slugs = Slugs(values);
        return [.. values.OrderBy(v => v.Text, StringComparer.Ordinal).Select(v => MemberOf(file, family, v, slugs[v]))];
    }

    private static Cycle MemberOf(Cycle file, Family family, FamilyValue value, string slug)
    {
        var column = RowExpression.ColumnText(family.Split.Text);
        var condition = $"{column} = {value.Literal}";
        return file with
        {
            Id = $"{file.Id}.{slug}",
            Each = null,
            FamilyOf = file.Id,
            Member = value.Text,
            Title = $"{file.Title} ({value.Text})",
            Metrics = [.. file.Metrics.Select(m => m.Source.Name == family.Source.Name ? Narrowed(m, family.Split, condition) : m)],
            DefinitionHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.DefinitionHash}\0{condition}"))),
        };
    }

    private static Metric Narrowed(Metric metric, Written split, string condition) => metric with
    {
        Measure = metric.Measure with { Where = RowExpression.Both(condition, split.At, metric.Measure.Where) },
        // A comparison that names the column says itself which groups it means: the other teams.
        Compare = metric.Compare is { } compare && compare.Where.Columns.All(c => c.Name != split.Text)
            ? compare with { Where = RowExpression.Both(condition, split.At, compare.Where) } : metric.Compare,
    };

    /// <summary>
    /// One name for each value. Values that read alike are numbered in the order in which they came up in the data, so that a
    /// value that comes later never takes the name, and with it the records, of one that was there before.
    /// </summary>
    private static Dictionary<FamilyValue, string> Slugs(IReadOnlyList<FamilyValue> values)
    {
        var slugs = new Dictionary<FamilyValue, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.OrderBy(v => v.FirstSeen).ThenBy(v => v.Text, StringComparer.Ordinal))
        {
            var (plain, slug) = (Slug(value.Text), "");
            for (var n = 1; !taken.Add(slug = n == 1 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{n}")); n++)
            {
            }

            slugs[value] = slug;
        }

        return slugs;
    }

    /// <summary>Letters and digits as they are, in lower case, and a hyphen for whatever stands between them.</summary>
    private static string Slug(string value)
    {
        var slug = new StringBuilder();
        // Half a character, which a database may hold, has no normal form.
        foreach (var c in string.Concat(value.EnumerateRunes()).Normalize().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var cut = slug.ToString(0, Math.Min(slug.Length, LongestSlug)).Trim('-');
        return cut.Length > 0 ? cut : "value";
    }
}
