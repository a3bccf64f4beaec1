namespace Kaizen.Abstractions;

/// <summary>A column that a source has.</summary>
/// <param name="Name">Its name, as expressions in YAML write it.</param>
/// <param name="Type">Its type, or null where every value is text until it is read (CSV).</param>
public sealed record SourceColumn(string Name, ColumnType? Type);

/// <summary>A column that a run wants.</summary>
/// <param name="Name">A name from <see cref="ISource.DescribeAsync"/>.</param>
/// <param name="Type">What it is read as.</param>
public sealed record ColumnRequest(string Name, ColumnType Type);
