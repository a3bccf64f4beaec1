using Kaizen.Abstractions;
using Kaizen.Core.Metrics;

namespace Kaizen.Core.Cycles;

/// <summary>A folder with <c>kaizen.yaml</c> and <c>cycles/</c>, read and bound.</summary>
public sealed record Workspace
{
    /// <summary>Its name: <c>workspace:</c> in the file, else the folder's name.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Absolute path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The named time zone in which days, weeks and months lie.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>The date of <c>as_of:</c>, or null for today.</summary>
    public DateOnly? AsOf { get; init; }

    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();

    public IReadOnlyDictionary<string, SourceDefinition> Sources { get; init; } = new Dictionary<string, SourceDefinition>();

    /// <summary>Events that everybody knew of: holidays, price lists, strikes.</summary>
    public IReadOnlyList<Annotation> Events { get; init; } = [];

    /// <summary>How lint is set up here.</summary>
    public LintSettings Lint { get; init; } = LintSettings.Default;

    /// <summary>What was left out in <c>kaizen.yaml</c> and filled in.</summary>
    public IReadOnlyList<Inference> Inferred { get; init; } = [];

    /// <summary>The cycles without errors, by id: files as they were read, or loops once each family was replaced by its members.</summary>
    public IReadOnlyList<Cycle> Cycles { get; init; } = [];

    /// <summary>The files whose place their members took; empty while <see cref="Cycles"/> are files.</summary>
    public IReadOnlyList<FamilyFile> Families { get; init; } = [];

    /// <summary>Ids and files of cycles that were left out because their file has errors.</summary>
    public IReadOnlyList<(string Id, string File)> Faulty { get; init; } = [];
}

/// <summary>A file whose place its members took.</summary>
/// <param name="Cycle">The file.</param>
/// <param name="IsKnown">Whether its source could be read, so that its members are known.</param>
public sealed record FamilyFile(Cycle Cycle, bool IsKnown);

/// <summary>An entry of <c>sources:</c>.</summary>
public sealed record SourceDefinition
{
    public required string Name { get; init; }

    /// <summary>Where its name stands.</summary>
    public required SourceSpan At { get; init; }

    /// <summary>The kind of source, <c>csv</c> or <c>plugin/source</c>, and where it stands.</summary>
    public required Written Use { get; init; }

    /// <summary>The options under <c>with:</c> as written.</summary>
    public IReadOnlyList<WrittenOption> Options { get; init; } = [];

    /// <summary>The column that says when a row happened, unless a metric names another.</summary>
    public Written? Time { get; init; }

    /// <summary>The grid starts here instead of at the earliest row.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>The date on which the rows were extracted, exclusive.</summary>
    public DateOnly? KnownUntil { get; init; }

    /// <summary>What holds where no <c>timeout</c> is stated.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the plugin may give no answer, and no further row.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Whether rows with a refused value are left out and said so, instead of stopping the cycle.</summary>
    public bool LeaveOutBadRows { get; init; }
}

/// <summary>An option under <c>with:</c> as a person wrote it; the plugin host types it.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Values">The scalars of its value: one, or the items of a list.</param>
/// <param name="IsList">Whether it was written as a list.</param>
public sealed record WrittenOption(Written Name, IReadOnlyList<Written> Values, bool IsList)
{
    /// <summary>The name in <c>{ secret: NAME }</c>, or null; then there are no values.</summary>
    public Written? Secret { get; init; }
}
