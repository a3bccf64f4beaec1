using Kaizen.Abstractions;

namespace Kaizen.Plugin.Json;

/// <summary>What may stand under <c>with:</c>.</summary>
public sealed record JsonOptions : IValidated
{
    [Option("The file, or several by wildcards such as data/*.ndjson; one that ends in .gz is unpacked.")]
    public required FilePath Path { get; init; }

    [Option("How rows stand in a file; default by its first character: [ begins an array, { the first of the lines.")]
    public JsonFormat? Format { get; init; }

    [Option("Where the array of rows is in the document, such as data.items; default the document itself.")]
    public string? Rows { get; init; }

    [Option("What a time is: a text in ISO 8601 (default), or the seconds or milliseconds since 1970 as a number.")]
    public JsonTimes Times { get; init; }

    [Option("Further columns, which the first 1000 rows of a file do not show.")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <inheritdoc/>
    public void Validate(OptionFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Rows is not null && Rows.Split('.').Any(p => p.Length == 0)) faults.Add(nameof(Rows), $"'{Rows}' is no path to an array.", "names with dots between them, such as data.items");
        if (Rows is not null && Format == JsonFormat.Lines) faults.Add(nameof(Format), "Lines are rows by themselves; an array within them is not looked for.", "leave out 'rows', or write 'format: array'");
        if (Columns.Any(string.IsNullOrWhiteSpace)) faults.Add(nameof(Columns), "A column has no name.");
        foreach (var twice in Columns.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            faults.Add(nameof(Columns), $"'{twice.Key}' stands twice among the columns.");
    }
}

/// <summary>How rows stand in a file.</summary>
public enum JsonFormat
{
    /// <summary>One array of objects.</summary>
    Array,

    /// <summary>An object in each line.</summary>
    Lines,
}

/// <summary>How times are written.</summary>
public enum JsonTimes
{
    /// <summary>A text in ISO 8601.</summary>
    Iso,

    /// <summary>A number of seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>A number of milliseconds since 1970.</summary>
    UnixMilliseconds,
}
