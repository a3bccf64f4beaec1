using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Json;

/// <summary>The requested columns, row by row, one file after another.</summary>
internal sealed class JsonRows : SourceReader
{
    private readonly JsonCell[] cells;
    private readonly JsonValues values;
    private readonly IReadOnlyList<InputFile> files;
    private readonly Func<InputFile, JsonFile> open;
    private readonly Refusals refusals;
    private JsonFile current;
    private int opened;
    private long row;

    /// <summary>Opens the first file.</summary>
    public JsonRows(ReadRequest request, JsonCell[] cells, JsonValues values, IReadOnlyList<InputFile> files, Func<InputFile, JsonFile> open)
        : base(request.Columns)
    {
        (this.cells, this.values, this.files, this.open, refusals) = (cells, values, files, open, request.Refusals);
        current = open(files[opened++]);
    }

    public override bool Read()
    {
        while (!current.Read(values))
        {
            if (opened == files.Count) return false;
            current.Dispose();
            current = open(files[opened++]);
        }

        row++;
        return true;
    }

    public override bool IsDBNull(int ordinal) => !Cell(ordinal).Present;

    public override double GetDouble(int ordinal) => Cell(ordinal).Number;

    public override DateTime GetDateTime(int ordinal) => Cell(ordinal).Time;

    public override bool GetBoolean(int ordinal) => Cell(ordinal).Flag;

    public override string GetString(int ordinal) => Cell(ordinal).Text;

    protected override void Release() => current.Dispose();

    private JsonCell Cell(int ordinal)
    {
        var cell = cells[ordinal];
        if (cell.Refused is { } refused)
        {
            cell.Refused = null;
            var why = files.Count > 1 ? $"{refused.Why}, in '{files[opened - 1].Written}'" : refused.Why;
            refusals.Add(new RefusedValue(row, refused.Line, cell.Column.Name, refused.Text, why));
        }

        return cell;
    }
}
