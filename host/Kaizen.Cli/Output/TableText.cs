using System.Globalization;
using System.Text;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Cli.Output;

/// <summary>A table and what could be followed in it, in lines of text.</summary>
internal static class TableText
{
    /// <summary>How a table is written, in words.</summary>
    public static string Dialect(TableLook table)
    {
        var dialect = table.Dialect;
        var delimiter = dialect.Delimiter switch { ';' => "semicolons", '\t' => "tabs", '|' => "bars", _ => "commas" };
        var forms = table.DateForms.Count == 0 ? "ISO dates" : $"dates as {string.Join(" or ", table.DateForms)}";
        var numbers = dialect.Marks switch { { Decimal: ',', Thousands: '.' } => ", numbers as 1.234,5", { Decimal: ',' } => ", decimal commas", { Thousands: ',' } => ", numbers as 1,234.5", _ => "" };
        return $"{delimiter}, {dialect.Encoding}, {forms}{numbers}; rows by {table.TimeColumns[0].Name}";
    }

    /// <summary>The proposals with their numbers, each with a sentence and where it stands.</summary>
    public static string List(IReadOnlyList<Proposal> proposals)
    {
        var text = new StringBuilder();
        var width = proposals.Max(p => p.Name.Length);
        for (var i = 0; i < proposals.Count; i++)
        {
            var p = proposals[i];
            var now = p.Now is { } value ? $"  now {Quantity.Text(value, p.Reads)}" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {i + 1}  {Plain.Text(p.Name).PadRight(width)}{now}");
            text.AppendLine(CultureInfo.InvariantCulture, $"     {Plain.Text(p.Sentence.Replace("{per}", p.Per == Period.Month ? "month" : "week", StringComparison.Ordinal))}");
        }

        return text.ToString();
    }

    /// <summary>A column in a few words.</summary>
    public static string Describe(ColumnLook column) => $"{column.Name}: {column.Kind.ToString().ToLowerInvariant()}";
}
