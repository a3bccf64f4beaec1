using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Measuring.Rows;

/// <summary>How refused values are told.</summary>
internal static class RefusedLines
{
    /// <summary>The diagnostic for what was refused in one column of a source.</summary>
    public static Diagnostic Told(SourceDefinition source, string column, RefusedColumn values)
    {
        var count = values.Count == 1 ? "1 value" : $"{values.Count} values";
        var rows = values.Count > values.First.Count ? $"mend the {values.First.Count} rows listed and {values.Count - values.First.Count} more" : null;
        return Catalogue.RefusedValues.Hinting(rows is null ? null : $"{rows}, or write 'bad_rows: leave_out' at the source", source.At, source.Name, count, column) with
        {
            Details = values.First.Select(Line).ToList(),
        };
    }

    /// <summary>One row with its value and what is wrong with it.</summary>
    public static string Line(RefusedValue value)
    {
        var place = value.Line > 0 ? $"row {value.Row} (line {value.Line})" : $"row {value.Row}";
        return value.Text.Length == 0 ? $"{place}: {value.Why}" : $"{place}: '{value.Text}' is {value.Why}";
    }
}
