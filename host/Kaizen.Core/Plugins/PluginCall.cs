using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Plugins;

/// <summary>Who is called for what: all that a diagnostic of the call says.</summary>
/// <param name="Plugin">Plugin and version.</param>
/// <param name="Name">Name of the source or metric.</param>
/// <param name="At">Where it stands.</param>
/// <param name="IsMetric">Whether it is a metric.</param>
public sealed record PluginCall(string Plugin, string Name, SourceSpan At, bool IsMetric)
{
    /// <summary>How long the plugin may give no answer, and no further row.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>What must not be seen of anything that the plugin says.</summary>
    public Redaction Redaction { get; init; } = new();

    /// <summary>What it is called for, in words.</summary>
    public string What => $"{(IsMetric ? "metric" : "source")} '{Name}'";

    /// <summary>A call for a source.</summary>
    public static PluginCall Of(SourceDefinition source, string plugin)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(plugin, source.Name, source.At, false) { Timeout = source.Timeout };
    }

    /// <summary>A call for a metric.</summary>
    public static PluginCall Of(Metric metric, string plugin)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(plugin, metric.Name, metric.At, true) { Timeout = metric.Source.Timeout };
    }
}
