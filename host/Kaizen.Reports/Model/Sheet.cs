using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Text;

namespace Kaizen.Reports.Model;

/// <summary>What the parts of a sheet look up again and again.</summary>
internal sealed class Sheet(A3Input input)
{
    private int? economy;

    public Workspace Workspace => input.Workspace;

    public Cycle Cycle => input.Cycle;

    public CycleEvidence Evidence => input.Evidence;

    public CycleNotes Notes => input.Notes;

    /// <summary>What the method asks.</summary>
    public MethodReview Review => input.Review;

    /// <summary>The pictures that can be shown, by path.</summary>
    public IReadOnlyDictionary<string, PictureData> Pictures => input.Pictures;

    /// <summary>How much the right side must leave out, 0 to 4.</summary>
    public int Economy => economy ??= PageRoom.Economy(this);

    public bool IsPdca => Cycle.Kind == CycleKind.Pdca;

    public bool IsSdca => Cycle.Kind == CycleKind.Sdca;

    public bool IsEdca => Cycle.Kind == CycleKind.Edca;

    /// <summary>Whether the engine will ever recommend something: a review and an exploration without a lead metric are for people.</summary>
    public bool Recommends => IsPdca || IsSdca || (IsEdca && Cycle.LeadMetric is not null);

    /// <summary>The ends that the team gave the value axis of a metric, or null.</summary>
    public Core.Metrics.ValueAxis? AxisOf(Finding? finding) => Cycle.Metrics.FirstOrDefault(m => m.Name == finding?.Metric)?.Axis;

    /// <summary>The finding on which the recommendation rests, or the first where there is no lead.</summary>
    public Finding? Lead { get; } =
        input.Evidence.Findings.FirstOrDefault(f => f.Metric == (input.Evidence.Lead ?? input.Cycle.LeadMetric) && f.Window == "check")
        ?? (input.Evidence.Lead is null ? input.Evidence.Findings.FirstOrDefault(f => f.Window == "check") : null);

    /// <summary>The standard that an SDCA cycle holds.</summary>
    public Standard? Standard => Cycle.Standard ?? Cycle.Act?.Standard;

    public double? Target => Cycle.Plan.Target is { } target && target.Metric == Lead?.Metric ? target.To : null;

    /// <summary>People reflect first; only then the sheet says what the engine recommends.</summary>
    public bool Reflected => !string.IsNullOrWhiteSpace(Cycle.Check.Reflection);

    /// <summary>A person's full name where the workspace knows it.</summary>
    public string? Name(string? person) =>
        person is not null && Workspace.People.TryGetValue(person, out var known) ? TextWidth.Cut(known.Name, 36) : person is null ? null : TextWidth.Cut(person, 36);

    /// <summary>A cycle of this workspace, or the file of a family, which has no sheet of its own; null where there is none.</summary>
    public Cycle? Find(string id) => Workspace.Cycles.FirstOrDefault(c => c.Id == id) ?? Workspace.Families.FirstOrDefault(f => f.Cycle.Id == id)?.Cycle;
}
