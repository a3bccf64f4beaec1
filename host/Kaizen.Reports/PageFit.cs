using Kaizen.Core.Checking;
using Kaizen.Core.Cycles;
using Kaizen.Core.Lint;
using Kaizen.Reports.Model;

namespace Kaizen.Reports;

/// <summary>
/// Tells what of a cycle its page has no room for, by the measures that the sheet is drawn with. Prose and what was planned are
/// looked at. What was seen, tried and said on the way grows while people work; of it the sheet shows some, and more of it is
/// no fault. Nor is it one where a section would fit and gives up a row only so that the check keeps its chart.
/// </summary>
public static class PageFit
{
    /// <summary>The sections that are fuller than their place, in the order of the page.</summary>
    /// <param name="workspace">The workspace, for the names of people.</param>
    /// <param name="cycle">The definition.</param>
    /// <param name="evidence">What was concluded from it.</param>
    public static IReadOnlyList<Surplus> Of(Workspace workspace, Cycle cycle, CycleEvidence evidence)
    {
        var sheet = new Sheet(new A3Input(workspace, cycle, evidence));
        var full = All(sheet, 0).Where(s => s.Count > 0).Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
        return full.Count == 0 ? [] : [.. All(sheet, sheet.Economy).Where(s => full.Contains(s.Path))];
    }

    private static IEnumerable<Surplus> All(Sheet sheet, int economy)
    {
        var cycle = sheet.Cycle;
        return UnderstandingModel.Surplus(sheet)
            .Concat(sheet.IsSdca ? StandardModel.Surplus(sheet) : sheet.IsEdca && cycle.Plan.Causes.Count == 0 ? ExploreModel.Surplus(sheet) : WhyTreeModel.Surplus(sheet))
            .Concat(CountermeasureModel.Surplus(sheet, economy)).Concat(LearningModel.Surplus(sheet, economy)).Concat(ActionsModel.Surplus(sheet, economy))
            .Concat(CheckModel.Surplus(sheet)).Concat(FollowUpModel.Surplus(sheet, economy));
    }
}
