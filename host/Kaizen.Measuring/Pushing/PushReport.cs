namespace Kaizen.Measuring.Pushing;

/// <summary>How a database source was read.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Declined">Why its rows were scanned, or null where it was aggregated in the database.</param>
/// <param name="RowsMoved">Rows that came over from the database; those of a scan after a decline are not among them.</param>
/// <param name="Statements">How many queries ran.</param>
internal sealed record PushReport(string Source, string? Declined, long RowsMoved, int Statements)
{
    public bool IsPushed => Declined is null;
}
