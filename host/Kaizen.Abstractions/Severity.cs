namespace Kaizen.Abstractions;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum Severity
{
    /// <summary>What it names cannot be used until it is mended.</summary>
    Error,

    /// <summary>It can be used, but a person should look.</summary>
    Warning,

    /// <summary>Worth knowing; nothing needs to be done.</summary>
    Information,
}
