namespace Kaizen.Hosting.Authoring;

/// <summary>What a column holds, as far as its values tell.</summary>
public enum ColumnKind
{
    Empty,
    Time,
    Number,

    /// <summary>Yes or no, in words that the csv source reads.</summary>
    Flag,

    /// <summary>A few texts that come again and again.</summary>
    Category,

    /// <summary>A number or text of its own for nearly each row.</summary>
    Id,

    /// <summary>Who it was; no metric is made of it.</summary>
    Person,

    /// <summary>Weeks or months in words, which are no dates.</summary>
    Calendar,

    Text,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">As the header spells it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Values">The looked-at values, trimmed; empty where nothing was written.</param>
public sealed record ColumnLook(string Name, ColumnKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>Dates by row, of a time column.</summary>
    public IReadOnlyList<DateTime?> Times { get; init; } = [];

    /// <summary>Numbers by row, of a number column.</summary>
    public IReadOnlyList<double?> Numbers { get; init; } = [];

    /// <summary>Formats of its dates; <c>iso</c> for ISO 8601.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Share of rows in which something is written.</summary>
    public double Filled => Values.Count == 0 ? 0 : (double)Values.Count(v => v.Length > 0) / Values.Count;

    /// <summary>Whether its dates say the time of day.</summary>
    public bool SaysTime => Kind == ColumnKind.Time && Values.Any(DateForms.SaysTime);

    /// <summary>Its name as an expression writes it.</summary>
    public string Expression => IsPlain(Name) ? Name : $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // A word of the expression language needs quotes as a column, too; quotes never do harm.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "between", "is", "null", "like", "case", "when", "then", "else", "end", "within", "true", "false", "rows", "date", "time", "interval",
    };

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_') && !Reserved.Contains(name);
}

/// <summary>A table that somebody looked at.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Dialect">How it is written.</param>
/// <param name="Columns">Its columns, in the order of the file.</param>
public sealed record TableLook(string File, Dialect Dialect, IReadOnlyList<ColumnLook> Columns)
{
    /// <summary>Rows in the whole file.</summary>
    public long Rows { get; init; }

    /// <summary>In which order day and month stand.</summary>
    public DayOrder Order { get; init; }

    /// <summary>The columns that say when a row happened, the likeliest first.</summary>
    public IReadOnlyList<ColumnLook> TimeColumns { get; init; } = [];

    /// <summary>The time columns of which a person has to choose one; none where it is plain.</summary>
    public IReadOnlyList<ColumnLook> OpenTimes => Authoring.TimeColumns.Open(TimeColumns);

    /// <summary>Whole sentences on what a person should know of the file.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The formats of all its dates, in the order in which they are tried; empty for ISO alone.</summary>
    public IReadOnlyList<string> DateForms
    {
        get
        {
            var forms = Columns.Where(c => c.Kind == ColumnKind.Time).SelectMany(c => c.Forms).Distinct().ToList();
            return forms is [Authoring.DateForms.Iso] ? [] : forms;
        }
    }
}
