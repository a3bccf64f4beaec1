using System.Xml;
using ExcelDataReader.Exceptions;

namespace Kaizen.Plugin.Excel;

/// <summary>What an xlsx says of a sheet.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Part">The part with its rows, or null where none is named.</param>
/// <param name="Visible">Whether a person sees its cells: it is not hidden, and no chart.</param>
internal sealed record XlsxSheet(string Name, string? Part, bool Visible);

/// <summary>What an xlsx says of all its sheets.</summary>
/// <param name="Sheets">The sheets in their order.</param>
/// <param name="From1904">Whether days count from 1904.</param>
/// <param name="Texts">The texts that cells name by their numbers.</param>
/// <param name="Kinds">What a number is, by the style of its cell.</param>
internal sealed record XlsxBook(IReadOnlyList<XlsxSheet> Sheets, bool From1904, IReadOnlyList<string> Texts, NumberKind[] Kinds)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int SheetMegabytes = 64, TextMegabytes = 512, MostTexts = 1 << 24;

    public static XlsxBook Of(XlsxParts parts)
    {
        var (sheets, from1904) = SheetsOf(parts, TargetsOf(parts));
        return new(sheets, from1904, TextsOf(parts), XlsxStyles.Of(parts));
    }

    private static (List<XlsxSheet> Sheets, bool From1904) SheetsOf(XlsxParts parts, Dictionary<string, (string? Part, bool IsChart)> targets)
    {
        using var part = parts.Held("xl/workbook.xml", SheetMegabytes, "sheets") ?? throw new HeaderException("it is an archive of something else");
        var (sheets, from1904) = (new List<XlsxSheet>(), false);
        var xml = part.Xml;
        while (part.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == XlsxParts.Strict) throw parts.IsStrict();
            if (xml.IsAt("workbookPr")) from1904 = XlsxText.Flag(xml.GetAttribute("date1904")) == true;
            if (!xml.IsAt("sheet")) continue;
            var (target, isChart) = targets.GetValueOrDefault(xml.GetAttribute("id", Relations) ?? "");
            sheets.Add(new(xml.GetAttribute("name") ?? "", target, !isChart && xml.GetAttribute("state") is not ("hidden" or "veryHidden")));
        }

        return (sheets, from1904);
    }

    private static Dictionary<string, (string? Part, bool IsChart)> TargetsOf(XlsxParts parts)
    {
        var targets = new Dictionary<string, (string?, bool)>(StringComparer.Ordinal);
        using var part = parts.Held("xl/_rels/workbook.xml.rels", SheetMegabytes, "relations");
        while (part?.Read() == true)
            if (part.Xml is { } xml && xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = (PartOf(target), xml.GetAttribute("Type") is { } type && !type.EndsWith("/worksheet", StringComparison.Ordinal));
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

    /// <summary>The part that a target names, seen from the folder of the workbook's own part.</summary>
    private static string? PartOf(string target)
    {
        if (target.Length == 0) return null;
        var path = new List<string>();
        foreach (var step in (target[0] is '/' or '\\' ? target : $"xl/{target}").Split('/', '\\'))
        {
            if (step is "" or ".") continue;
            if (step != "..") path.Add(step);
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }

        return string.Join('/', path);
    }
}
