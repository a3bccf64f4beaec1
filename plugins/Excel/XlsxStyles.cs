using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kaizen.Plugin.Excel;

/// <summary>What a number is in a cell of a style.</summary>
internal enum NumberKind
{
    Number,
    Date,
    Length,
}

/// <summary>
/// What the styles of a workbook make of a number. A format is a language of its own, which ExcelDataReader knows: it is given a workbook
/// with these styles and one number in each.
/// </summary>
internal static class XlsxStyles
{
    private const string Part = "xl/styles.xml";
    private const int Megabytes = 64;

    /// <summary>Some ten times what a spreadsheet allows; each further format is compared with all that came before.</summary>
    private const int MostStyles = 1_000_000, MostFormats = 5000;

    /// <summary>The kinds by the number of the style.</summary>
    public static NumberKind[] Of(XlsxParts parts)
    {
        using var part = parts.Held(Part, Megabytes, "styles");
        if (part is null) return [];
        var xml = part.Xml;
        var (styles, formats) = (0, 0);
        using var trial = new MemoryStream();
        using (var zip = new ZipArchive(trial, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var writer = XmlWriter.Create(zip.CreateEntry(Part, CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true }))
            {
                while (part.Read())
                {
                    if (xml.IsAt("styleSheet") || xml.IsAt("cellXfs") || xml.IsAt("numFmts"))
                    {
                        writer.WriteStartElement(xml.LocalName, XlsxParts.Main);
                        if (xml.IsEmptyElement) writer.WriteEndElement();
                    }
                    else if (xml.IsAt("xf") || xml.IsAt("numFmt"))
                    {
                        if (xml.LocalName == "xf" ? ++styles > MostStyles : ++formats > MostFormats) throw parts.TooMany("styles", "a spreadsheet allows");
                        writer.WriteStartElement(xml.LocalName, XlsxParts.Main);
                        writer.WriteAttributes(xml, defattr: false);
                        writer.WriteEndElement();
                        xml.Pass();
                    }
                    else if (xml.NodeType == XmlNodeType.EndElement)
                    {
                        writer.WriteEndElement();
                    }
                    else
                    {
                        xml.Pass();
                    }
                }
            }

            Add(zip, "xl/workbook.xml", w => w.Write($"""<workbook xmlns="{XlsxParts.Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>"""));
            Add(zip, "xl/_rels/workbook.xml.rels", w => w.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Target="sheet.xml"/></Relationships>"""));
            Add(zip, "xl/sheet.xml", w =>
            {
                w.Write($"""<worksheet xmlns="{XlsxParts.Main}"><sheetData>""");
                for (var i = 0; i < styles; i++) w.Write($"""<row><c s="{i}"><v>1</v></c></row>""");
                w.Write("</sheetData></worksheet>");
            });
        }

        return styles == 0 ? [] : Read(trial, new NumberKind[styles]);
    }

    private static NumberKind[] Read(MemoryStream trial, NumberKind[] kinds)
    {
        trial.Position = 0;
        using var reader = Library.Open(trial);
        for (var i = 0; i < kinds.Length && reader.Read(); i++)
            kinds[i] = reader.GetValue(0) switch { DateTime => NumberKind.Date, TimeSpan => NumberKind.Length, _ => NumberKind.Number };
        return kinds;
    }

    private static void Add(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(part);
    }
}
