using System.Text;

namespace Kaizen.Plugin.Csv;

/// <summary>The options of one CSV source, checked.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="WrittenPath">The path as the person wrote it, for messages.</param>
/// <param name="Delimiter">Between fields.</param>
/// <param name="Encoding">Null for UTF-8.</param>
/// <param name="Formats">How values are written.</param>
internal sealed record CsvSettings(string Path, string WrittenPath, char Delimiter, Encoding? Encoding, CsvFormats Formats);

/// <summary>How the values of a file are written.</summary>
/// <param name="Dates">Stated formats; empty for ISO 8601.</param>
/// <param name="Decimal">Decimal mark.</param>
/// <param name="Thousands">Mark between groups of three digits, or null where none is allowed.</param>
internal sealed record CsvFormats(IReadOnlyList<string> Dates, byte Decimal, byte? Thousands);
