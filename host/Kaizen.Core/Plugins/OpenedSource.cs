using Kaizen.Abstractions;
using Kaizen.Core.Cycles;

namespace Kaizen.Core.Plugins;

/// <summary>A source of the workspace, ready to be read.</summary>
/// <param name="Definition">As the workspace defines it.</param>
/// <param name="Source">What reads it.</param>
/// <param name="Plugin">Plugin and version, such as <c>csv 0.1.0</c>.</param>
public sealed record OpenedSource(SourceDefinition Definition, ISource Source, string Plugin)
{
    /// <summary>The fingerprint where it is known already; else it is taken while the rows are read.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>What must not be seen of anything that the plugin says.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;

    /// <summary>A call of the plugin for this source.</summary>
    public PluginCall Call => PluginCall.Of(Definition, Plugin) with { Redaction = Redaction };
}
