using System.Xml;
using ExcelDataReader.Exceptions;

namespace Kaizen.Plugin.Excel;

/// <summary>What an xlsx says of all its sheets.</summary>
/// <param name="Sheets">Their names and parts; a part that is null is not there.</param>
/// <param name="From1904">Whether days count from 1904.</param>
/// <param name="Texts">The texts that cells name by their numbers.</param>
/// <param name="Kinds">What a number is, by the style of its cell.</param>
internal sealed record XlsxBook(IReadOnlyList<(string Name, string? Part)> Sheets, bool From1904, IReadOnlyList<string> Texts, NumberKind[] Kinds)
{
    private const int SheetMegabytes = 64, TextMegabytes = 512, MostTexts = 1 << 24;

    public static XlsxBook Of(XlsxParts parts)
    {
        var (sheets, from1904) = SheetsOf(parts);
        var targets = TargetsOf(parts);
        return new([.. sheets.Select(s => (s.Name, PartOf(targets.GetValueOrDefault(s.Id))))], from1904, TextsOf(parts), XlsxStyles.Of(parts));
    }

    private static (List<(string Name, string Id)> Sheets, bool From1904) SheetsOf(XlsxParts parts)
    {
        using var part = parts.Held("xl/workbook.xml", SheetMegabytes, "sheets") ?? throw new HeaderException("it is an archive of something else");
        var (sheets, from1904) = (new List<(string, string)>(), false);
        var xml = part.Xml;
        while (part.Read())
        {
            if (xml.IsAt("workbookPr")) from1904 = xml.GetAttribute("date1904") == "1";
            else if (xml.IsAt("sheet")) sheets.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? ""));
        }

        return (sheets, from1904);
    }

    private static Dictionary<string, string> TargetsOf(XlsxParts parts)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var part = parts.Held("xl/_rels/workbook.xml.rels", SheetMegabytes, "relations");
        while (part?.Read() == true)
            if (part.Xml is { } xml && xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target) targets[id] = target;
        return targets;
    }

    private static List<string> TextsOf(XlsxParts parts)
    {
        var texts = new List<string>();
        using var part = parts.Held("xl/sharedStrings.xml", TextMegabytes, "texts");
        while (part?.Read() == true)
        {
            if (!part.Xml.IsAt("si")) continue;
            if (texts.Count == MostTexts) throw parts.TooMany("texts", "16 million");
            texts.Add(XlsxText.Unescape(XlsxText.Item(part.Xml)));
        }

        return texts;
    }

    private static string? PartOf(string? target) => string.IsNullOrEmpty(target) ? null : target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}";
}
