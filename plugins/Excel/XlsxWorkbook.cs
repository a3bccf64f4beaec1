using System.Globalization;

namespace Kaizen.Plugin.Excel;

/// <summary>A workbook of the newer format, read row by row.</summary>
internal sealed class XlsxWorkbook : IWorkbook
{
    private readonly XlsxParts parts;
    private readonly XlsxBook book;
    private readonly XlsxCells cells;
    private XlsxPart? part;
    private int sheet;
    private int ahead;
    private bool isAhead;

    public XlsxWorkbook(string file, Stream stream, CancellationToken cancellation)
    {
        parts = new XlsxParts(file, stream, cancellation);
        try
        {
            book = XlsxBook.Of(parts);
            cells = new XlsxCells(book);
            First();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name => sheet < book.Sheets.Count ? book.Sheets[sheet].Name : "";

    public bool Visible => sheet < book.Sheets.Count && book.Sheets[sheet].Visible;

    public int Row { get; private set; }

    public int Width => cells.Width;

    public object? this[int column] => cells[column];

    public void First() => Open(0);

    public bool Next()
    {
        if (sheet + 1 >= book.Sheets.Count) return false;
        Open(sheet + 1);
        return true;
    }

    public bool Read()
    {
        cells.Clear();
        if (part is null) throw new InvalidDataException(book.Sheets.Count == 0 ? "it has no sheets" : $"its sheet '{Name}' is missing");
        if (!isAhead && !Advance()) return false;
        // A sheet has no row twice; one that turns back goes on counting.
        Row = Math.Max(Row + 1, ahead);
        var number = ahead;
        do cells.Take(part.Xml, Row + 1);
        // Some programs write a row in several pieces.
        while (Advance() && ahead == number);
        return true;
    }

    public void End() => part?.End();

    public void Dispose()
    {
        part?.Dispose();
        parts.Dispose();
    }

    private void Open(int wanted)
    {
        part?.Dispose();
        (sheet, Row, ahead, isAhead, part) = (wanted, -1, -1, false, null);
        cells.Clear();
        if (wanted < book.Sheets.Count && book.Sheets[wanted].Part is { } name) part = parts.Rows(name, Name, () => Math.Max(1, Row + 1));
    }

    /// <summary>Goes to the start of the next row; false at the end of the sheet, which is read as well: a broken one has lost rows.</summary>
    private bool Advance()
    {
        while (part!.Read())
        {
            if (part.Xml.Depth != 2 || !part.Xml.IsAt("row")) continue;
            ahead = int.TryParse(part.Xml.GetAttribute("r"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number - 1 : ahead + 1;
            return isAhead = true;
        }

        return isAhead = false;
    }
}
