namespace Kaizen.Plugin.Excel;

/// <summary>The sheets of a workbook one after another, and the rows of the one that is being read.</summary>
internal interface IWorkbook : IDisposable
{
    /// <summary>The name of the sheet.</summary>
    string Name { get; }

    /// <summary>Whether a person who opens the workbook finds cells in the sheet: it is not hidden, and no chart.</summary>
    bool Visible { get; }

    /// <summary>The number of the current row in the sheet, from 0.</summary>
    int Row { get; }

    /// <summary>How many columns the current row has at the most.</summary>
    int Width { get; }

    /// <summary>The value of a cell in the current row: a text, number, date, length of time, true or false, <see cref="CellFault"/>, or null.</summary>
    object? this[int column] { get; }

    /// <summary>Goes back to the first sheet.</summary>
    void First();

    /// <summary>Goes to the next sheet.</summary>
    bool Next();

    /// <summary>Moves to the next row; rows without anything may be passed over.</summary>
    bool Read();

    /// <summary>Leaves out the other rows, but not what their bytes tell of a file that is damaged.</summary>
    void End();
}
