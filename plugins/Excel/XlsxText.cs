using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Kaizen.Plugin.Excel;

/// <summary>Texts in the XML of a workbook.</summary>
internal static partial class XlsxText
{
    /// <summary>A reader keeps all elements that are open.</summary>
    private const int Deepest = 100;

    /// <summary>Whether the reader stands at the start of an element of workbooks.</summary>
    public static bool IsAt(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == XlsxParts.Main;

    /// <summary>Moves to what stands next.</summary>
    public static bool Step(this XmlReader xml) =>
        xml.Read() && (xml.Depth <= Deepest ? true : throw new InvalidDataException("its XML is nested deeper than a spreadsheet writes"));

    /// <summary>Moves to what stands next within an element that began at a depth; false at its end.</summary>
    public static bool ReadIn(this XmlReader xml, int depth) => xml.Step() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth);

    /// <summary>Passes an element with all that is in it.</summary>
    public static void Pass(this XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.ReadIn(depth)) continue;
    }

    /// <summary>The text of the element at which the reader stands, to its end.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text, pieces) = (xml.Depth, "", (StringBuilder?)null);
        while (xml.ReadIn(depth))
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            if (text.Length == 0) text = xml.Value;
            else (pieces ??= new StringBuilder(text)).Append(xml.Value);
        }

        return pieces?.ToString() ?? text;
    }

    /// <summary>The text of an item, which may be in runs, each with a look of its own; how it is pronounced stands beside them.</summary>
    public static string Item(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text, pieces) = (xml.Depth, "", (StringBuilder?)null);
        while (xml.ReadIn(depth))
        {
            if (xml.IsAt("r")) continue;
            if (!xml.IsAt("t"))
            {
                xml.Pass();
                continue;
            }

            if (text.Length == 0) text = Text(xml);
            else (pieces ??= new StringBuilder(text)).Append(Text(xml));
        }

        return pieces?.ToString() ?? text;
    }

    /// <summary>True or false, which XML writes in two ways each; null where it is neither.</summary>
    public static bool? Flag(string? text) => text?.Trim() switch { "1" or "true" => true, "0" or "false" => false, _ => null };

    /// <summary>What XML cannot hold is written as its number, such as <c>_x000D_</c>.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-F]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
