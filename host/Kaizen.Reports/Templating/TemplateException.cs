using Kaizen.Abstractions;

namespace Kaizen.Reports;

/// <summary>A template that a person wrote cannot be used; the diagnostics say where and why.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the exception for all faults found.</summary>
    public TemplateException(IReadOnlyList<Diagnostic> diagnostics, Exception? inner = null)
        : base(string.Join(Environment.NewLine, diagnostics.Select(d => $"{d.Span}: {d.Code}: {d.Message}")), inner) =>
        Diagnostics = diagnostics;

    /// <summary>What is wrong, with positions from 1.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
