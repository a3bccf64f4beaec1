using System.Text.RegularExpressions;

namespace Kaizen.Hosting.Authoring;

/// <summary>Tells what a column holds.</summary>
internal static partial class ColumnReading
{
    private const int MostCategories = 12;

    /// <summary>The column with what its values tell.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Values by row, missing ones empty.</param>
    /// <param name="marks">How numbers are written.</param>
    /// <param name="order">In which order day and month stand.</param>
    /// <param name="person">Whether its name says that it holds persons.</param>
    public static ColumnLook Of(string name, IReadOnlyList<string> values, NumberMarks marks, DayOrder order, bool person)
    {
        var filled = values.Where(v => v.Length > 0).ToList();
        ColumnLook As(ColumnKind kind) => new(name, kind, values);
        if (filled.Count == 0) return As(ColumnKind.Empty);
        if (DateForms.Instead(filled) is not null) return As(ColumnKind.Calendar);
        if (DateForms.Of(filled, order) is { } forms)
            return As(ColumnKind.Time) with { Forms = forms, Times = [.. values.Select(v => v.Length == 0 ? null : DateForms.Read(v, forms))] };
        if (person || filled.Count(v => Mail().IsMatch(v)) * 2 > filled.Count) return As(ColumnKind.Person);
        var distinct = filled.Distinct(StringComparer.Ordinal).Count();
        if (filled.All(v => v.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "1" or "0") && distinct <= 2) return As(ColumnKind.Flag);
        if (IdName().IsMatch(name) && distinct > MostCategories) return As(ColumnKind.Id);
        var numbers = values.Select(v => marks.TryRead(v, out var n) ? n : (double?)null).ToList();
        if (numbers.Count(n => n is not null) * 20 >= filled.Count * 19)
            return As(Running(numbers) ? ColumnKind.Id : ColumnKind.Number) with { Numbers = numbers };
        if (distinct <= MostCategories && distinct * 2 <= filled.Count) return As(ColumnKind.Category);
        return As(distinct * 20 >= filled.Count * 19 && filled.All(v => !v.Contains(' ', StringComparison.Ordinal)) ? ColumnKind.Id : ColumnKind.Text);
    }

    /// <summary>Whole numbers that only grow, by one most of the time, number the rows.</summary>
    private static bool Running(List<double?> numbers)
    {
        var known = numbers.OfType<double>().ToList();
        if (known.Count < 20 || !known.TrueForAll(double.IsInteger)) return false;
        var steps = known.Zip(known.Skip(1), (a, b) => b - a).ToList();
        return (steps.TrueForAll(s => s > 0) || steps.TrueForAll(s => s < 0)) && steps.Count(s => Math.Abs(s) == 1) * 2 > steps.Count;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(^|[_ -])(id|nr|no|number|nummer|code|key|uuid|guid|ref|reference)\z|^(id|uuid|guid)[_ -]|[a-z]Id\z", RegexOptions.IgnoreCase)]
    private static partial Regex IdName();
}
