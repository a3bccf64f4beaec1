using Kaizen.Abstractions;

namespace Kaizen.Hosting.Plugins.Cases;

/// <summary>What a test case is made of cannot be made: a diagnostic with its place.</summary>
internal sealed class CaseFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
