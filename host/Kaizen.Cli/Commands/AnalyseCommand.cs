using System.CommandLine;
using System.CommandLine.Parsing;
using Kaizen.Cli.Output;
using Kaizen.Core.Metrics;
using Kaizen.Hosting;
using Kaizen.Hosting.Analysing;
using Kaizen.Hosting.Runs;
using Kaizen.Reports;
using Kaizen.Statistics;

namespace Kaizen.Cli.Commands;

/// <summary><c>kaizen analyse FILE.csv</c>: one series without any YAML, for somebody with a spreadsheet.</summary>
internal static class AnalyseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { HelpName = "FILE.csv", Description = "Columns date,value or date,numerator,denominator." };
        var change = new Option<DateOnly?>("--change") { HelpName = "DATE", Description = "First day after the change; without it the series is one phase: its chart says signal or not, and there is nothing to give a verdict on.", CustomParser = CommandWords.Date };
        var better = OneOf("--better", "lower|higher", "Which direction is better; without it nothing is called improved.", ["lower", "higher"]);
        var rules = OneOf("--rules", "NAME", $"Rule set: {string.Join(", ", RuleSet.Names)}.", RuleSet.Names);
        var per = OneOf("--per", "day|week|month", "Put rows into periods first: the mean of the values, or the sums of both columns. A last period that seems not over is warned of.", ["day", "week", "month"]);
        var json = CommandWords.Json();
        var command = new Command("analyse", "Limits, signals, effect and verdict of one series, without any YAML.") { file, change, better, rules, per, json };
        command.Examples(
            ("kaizen analyse figures.csv", "limits and signals"),
            ("kaizen analyse figures.csv --change 2026-03-02 --better lower", "before and after a change"),
            ("kaizen analyse deals.csv --per week --rules nhs --json", "weekly shares, another rule set, for a program"));
        command.SetAction((parsed, cancellation) => RunAsync(
            new AnalysisRequest(
                parsed.GetValue(file)!, parsed.GetValue(change),
                parsed.GetValue(better) switch { "lower" => Better.Lower, "higher" => Better.Higher, _ => null },
                parsed.GetValue(rules) ?? RuleSet.Default.Name,
                parsed.GetValue(per) switch { "day" => Period.Day, "week" => Period.Week, "month" => Period.Month, _ => Period.Row }),
            parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(AnalysisRequest request, bool json, CancellationToken cancellation)
    {
        using var screen = new Screen();
        var result = await KaizenHost.AnalyseAsync(request, cancellation);
        screen.Show(result.Diagnostics);
        if (json) Terminal.Out.WriteLine(ResultsJson.ToText(result.Finding, result.Diagnostics));
        else if (result.Finding is { } finding) Terminal.Out.Write(AnalysisText.Of(finding, request, Ink.ForOutput));
        return ExitCodes.Of(result.Diagnostics);
    }

    private static Option<string?> OneOf(string name, string help, string description, IReadOnlyList<string> allowed) => new(name)
    {
        HelpName = help,
        Description = description,
        CompletionSources = { _ => allowed.Select(a => new System.CommandLine.Completions.CompletionItem(a)) },
        CustomParser = result => Parse(result, allowed),
    };

    private static string? Parse(ArgumentResult result, IReadOnlyList<string> allowed)
    {
        var text = result.Tokens[0].Value;
        if (allowed.Contains(text)) return text;
        result.AddError($"'{text}' is not one of {string.Join(", ", allowed)}.");
        return null;
    }
}
