using Kaizen.Reports.Templating;
using Kaizen.Reports.Text;
using Scriban.Runtime;

namespace Kaizen.Reports.Model;

/// <summary>
/// What the templates of a sheet see, built name by name: a template can show what is here and nothing else of ours.
/// </summary>
internal static class A3Model
{
    public static ScriptObject Of(A3Input input, string templateHash)
    {
        var sheet = new Sheet(input);
        return Tree.Of(
            ("page", Tree.Of(
                ("title", MarkdownText.Line(sheet.Cycle.Title, 110)), ("id", sheet.Cycle.Id), ("workspace", sheet.Workspace.Title ?? sheet.Workspace.Name),
                ("sdca", sheet.IsSdca ? true : null), ("edca", sheet.IsEdca ? true : null), ("open", sheet.IsEdca && sheet.Lead is not { Points.Count: > 0 } ? true : null),
                ("bare", sheet.Cycle is { Kind: Core.Cycles.CycleKind.Capdo, Plan: { Target: null, Causes.Count: 0 } } ? true : null),
                ("whole", LifeModel.Any(sheet) ? true : null), ("waived", sheet.Cycle.Waivers.Count > 0 ? true : null), ("learning", LearningModel.Exists(sheet) ? true : null), ("generator", $"Kaizen {sheet.Evidence.Engine}"))),
            ("header", HeaderModel.Of(sheet)),
            ("background", UnderstandingModel.Background(sheet)),
            ("current", UnderstandingModel.Current(sheet)),
            ("target", UnderstandingModel.Target(sheet)),
            ("causes", sheet.IsSdca ? null : WhyTreeModel.Of(sheet)),
            ("explore", ExploreModel.Of(sheet)),
            ("standard", sheet.IsSdca ? StandardModel.Of(sheet) : null),
            ("countermeasures", CountermeasureModel.Of(sheet)),
            ("learning", LearningModel.Of(sheet)),
            ("actions", ActionsModel.Of(sheet)),
            ("check", CheckModel.Of(sheet)),
            ("follow_up", FollowUpModel.Of(sheet)),
            ("coach", CoachBox.Of(sheet)),
            ("footer", FooterModel.Of(sheet, templateHash)),
            ("tables", Tree.List(sheet.Evidence.Findings.Select((f, i) => DataTable.Of(f, $"data-{i + 1}")))));
    }
}
