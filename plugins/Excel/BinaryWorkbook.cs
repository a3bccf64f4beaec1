using ExcelDataReader;

namespace Kaizen.Plugin.Excel;

/// <summary>A workbook of the older format, which ExcelDataReader reads into memory as a whole. It gives nothing for an error.</summary>
internal sealed class BinaryWorkbook(Stream file) : IWorkbook
{
    private readonly IExcelDataReader reader = Library.Open(file);

    public string Name => reader.Name;

    public bool Visible => reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase);

    public int Row { get; private set; } = -1;

    public int Width => reader.FieldCount;

    public object? this[int column] => column < reader.FieldCount ? reader.GetValue(column) : null;

    public void First()
    {
        reader.Reset();
        Row = -1;
    }

    public bool Next()
    {
        Row = -1;
        return reader.NextResult();
    }

    public bool Read()
    {
        Row++;
        return reader.Read();
    }

    public void End()
    {
    }

    public void Dispose() => reader.Dispose();
}
