namespace Kaizen.Abstractions;

/// <summary>A kind of source, named by <c>use:</c> in <c>kaizen.yaml</c>.</summary>
public interface ISourceType
{
    /// <summary>Lower-case name, such as <c>csv</c>.</summary>
    string Name { get; }

    /// <summary>The options that may stand under <c>with:</c>. The host reports unknown and ill-typed ones.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <summary>
    /// Makes a source from options that have the declared types. It does no I/O. What only the plugin can
    /// judge is reported, all of it at once, by <see cref="OptionValues.Fault"/>; the result is then not used.
    /// </summary>
    ISource Create(OptionValues options);
}
