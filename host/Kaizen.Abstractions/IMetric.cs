namespace Kaizen.Abstractions;

/// <summary>
/// A number that is followed, computed by a plugin. The host reads each source once for everybody, shows the metric its rows as they
/// pass, and asks for the series at the end. One instance serves one series; its members are called one at a time, not always by
/// the same thread. What it gathers of rows it keeps by <see cref="MetricRow.Period"/>.
/// </summary>
public interface IMetric
{
    /// <summary>What it reads. The YAML names a source for each input: <c>source:</c> where there is one, <c>inputs:</c> where there are more.</summary>
    IReadOnlyList<MetricInput> Inputs { get; }

    /// <summary>Takes a row. Rows of one input come in the order of their source; which input comes first is not said.</summary>
    /// <param name="input">Index into <see cref="Inputs"/>.</param>
    /// <param name="row">The values of its columns. It is filled anew for the next row: keep values, not the row.</param>
    void Add(int input, MetricRow row);

    /// <summary>The series, once all rows were shown.</summary>
    /// <param name="grid">The periods.</param>
    /// <exception cref="SourceException">The rows do not allow it, for a reason that a person can mend.</exception>
    MetricResult Complete(MetricGrid grid);
}

/// <summary>Rows that a metric reads.</summary>
/// <param name="Name">What the rows are, in lower case: <c>contacts</c>.</param>
/// <param name="Columns">What is evaluated in each row.</param>
public sealed record MetricInput(string Name, IReadOnlyList<MetricColumn> Columns);

/// <summary>An expression that is evaluated in each row.</summary>
/// <param name="Value">The expression, mostly from an option.</param>
/// <param name="Type">The type that it must have.</param>
public sealed record MetricColumn(ExpressionText Value, ColumnType Type);
