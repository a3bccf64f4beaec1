using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Plugins;

/// <summary>A metric that a plugin computes, its options read and its inputs found.</summary>
/// <param name="Definition">As a person wrote it.</param>
/// <param name="Create">Makes a metric for one series. What it throws is for the gate.</param>
/// <param name="Plugin">Plugin and version, such as <c>example 1.0.0</c>.</param>
/// <param name="Inputs">What it reads, in the plugin's order.</param>
public sealed record OpenedMetric(Metric Definition, Func<IMetric> Create, string Plugin, IReadOnlyList<OpenedInput> Inputs)
{
    /// <summary>What must not be seen of anything that the plugin says.</summary>
    public Redaction Redaction { get; init; } = new();

    /// <summary>A call of the plugin for this metric.</summary>
    public PluginCall Call => PluginCall.Of(Definition, Plugin) with { Redaction = Redaction };
}

/// <summary>Rows that a plugin's metric reads.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Time">The column that says when a row happened.</param>
/// <param name="Columns">What is evaluated in each row, with the type that it must have.</param>
public sealed record OpenedInput(SourceDefinition Source, Written Time, IReadOnlyList<(RowExpression Value, ColumnType Type)> Columns);
