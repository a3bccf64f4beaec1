using System.Globalization;
using System.Text;
using Kaizen.Hosting.Plugins;
using Kaizen.PluginHost;

namespace Kaizen.Cli.Output;

/// <summary>Plugins in lines of text. What a manifest or a file name says was written by strangers, so none of it steers the terminal.</summary>
internal static class PluginText
{
    private const int Most = 20;

    public static string Of(PluginListing listing, string? workspace, Ink ink)
    {
        if (listing.Plugins.Count == 0) return "There is no plugin.\n";
        var grid = new Grid();
        foreach (var plugin in listing.Plugins) grid.Row(plugin.Found.Id, plugin.Found.Manifest?.Version ?? "?", plugin.Word, Place(plugin.Found, workspace), Offers(plugin));
        var lines = grid.ToText((row, column, cell) => column == 2 && listing.Plugins[row].State is not PluginState.Loaded ? ink.Red(cell) : cell).TrimEnd().Split('\n');
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            var plugin = listing.Plugins[i];
            text.AppendLine(lines[i].TrimEnd('\r'));
            if (plugin.State.Why is { } why) text.AppendLine($"      {Plain.Text(why)}{(plugin.State is PluginState.Blocked blocked ? $"; {blocked.WayOut}" : $"; see 'kaizen plugin doctor {Plain.Text(plugin.Found.Id)}'")}");
            foreach (var (kind, names) in plugin.Capabilities.Said) text.AppendLine(Plain.Text($"      {kind}: {string.Join(", ", names)}"));
        }

        return text.ToString();
    }

    /// <summary>What one plugin offers, with the options of each.</summary>
    public static string Details(PluginReport plugin, string? workspace, Ink ink)
    {
        var text = new StringBuilder();
        text.AppendLine($"{ink.Bold(Plain.Text(plugin.Found.Id))} {Plain.Text(plugin.Found.Manifest?.Version ?? "?")}, {plugin.Word}, {Plain.Text(Place(plugin.Found, workspace))}");
        if (plugin.State.Why is { } why) text.AppendLine($"  {Plain.Text(why)}");
        foreach (var (kind, names) in plugin.Capabilities.Said) text.AppendLine(Plain.Text($"  reaches for {kind}: {string.Join(", ", names)}"));
        foreach (var offer in plugin.Offers)
        {
            text.AppendLine().AppendLine(Plain.Text($"{(offer.IsMetric ? "metric" : "source")} {offer.Use}: {offer.Description}"));
            var grid = new Grid();
            foreach (var option in offer.Options) grid.Row(option.Name, option.Required ? "required" : "", option.Allowed.Count > 0 ? string.Join(" or ", option.Allowed) : option.Kind, option.Description);
            text.Append(grid.ToText());
            foreach (var input in offer.Inputs ?? []) text.AppendLine(Plain.Text($"  reads {input.Name}: {Columns(input)}"));
            if (offer.Inputs is { } inputs) text.AppendLine(Plain.Text(inputs.Count > 1 ? $"  as {{ {string.Join(", ", inputs.Select(i => $"{i.Name}: SOURCE"))} }} under 'inputs:'" : "  as 'source: SOURCE'"));
            else if (offer.IsMetric) text.AppendLine("  What it reads depends on its options; its README says what.");
        }

        return text.ToString();
    }

    private static string Columns(KnownInput input) => input.Columns.Count == 0 ? "its rows"
        : string.Join(", ", input.Columns.Select(c => $"{(c.Option is { } option ? $"option '{option}'" : c.Expression)} as {PluginJson.WordOf(c.Type)}"));

    public static string Of(LockingResult result)
    {
        var text = new StringBuilder();
        if (result.Replaced is { } replaced) text.AppendLine($"What stood there before could not be compared: {Plain.Text(replaced.Message)}");
        foreach (var step in result.Steps)
        {
            text.AppendLine(Plain.Text(string.Create(CultureInfo.InvariantCulture, $"  {step.Word,-9}  {step.Id} {(step.Now ?? step.Before)!.Version}{(step.Now is null ? "" : $", {step.Now.Files.Count} {(step.Now.Files.Count == 1 ? "file" : "files")}")}")));
            foreach (var change in step.Changes.Take(Most)) text.AppendLine(Plain.Text($"             {change.Kind.ToString().ToLowerInvariant()} {change.File}"));
            if (step.Changes.Count > Most) text.AppendLine(CultureInfo.InvariantCulture, $"             and {step.Changes.Count - Most} more");
        }

        var locked = result.Steps.Count(s => s.Now is not null);
        text.AppendLine(result.Failed ? $"{PluginLock.FileName} was not written." : result.Written ? $"Wrote {PluginLock.FileName}; commit it with the workspace."
            : result.Steps.Count == 0 ? "There is no plugin outside the install folder, so there is nothing to lock."
            : locked == 0 ? "Nothing is locked." : $"{PluginLock.FileName} was up to date.");
        return text.ToString();
    }

    public static string Of(IReadOnlyList<PluginExamination> all, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var one in all)
        {
            text.AppendLine($"{ink.Bold(Plain.Text(one.Found.Id))}  {Plain.Text(one.Found.Folder)}");
            foreach (var check in one.Checks)
            {
                var mark = check.Outcome switch { CheckOutcome.Passed => "✓", CheckOutcome.Failed => ink.Red("✗"), CheckOutcome.Doubtful => ink.Yellow("?"), _ => "-" };
                var words = check.Words is null ? check.Outcome == CheckOutcome.NotLooked ? " was not looked at" : "" : $": {Plain.Text(check.Words)}";
                text.AppendLine($"  {mark} {check.What}{words}");
                if (check.WayOut is { } way) text.AppendLine($"      {Plain.Text(way)}");
            }

            text.AppendLine();
        }

        if (all.Count == 0) return "There is no plugin.\n";
        var ill = all.Count(e => !e.IsWell);
        text.AppendLine(ill == 0 ? "Nothing keeps any of them from being used." : string.Create(CultureInfo.InvariantCulture, $"{ill} of {all.Count} cannot be used."));
        return text.ToString();
    }

    private static string Place(FoundPlugin found, string? workspace) => found.Origin switch
    {
        PluginOrigin.Install => "came with Kaizen",
        PluginOrigin.Workspace => Path.GetRelativePath(workspace!, found.Folder).Replace('\\', '/'),
        _ => found.Folder,
    };

    private static string Offers(PluginReport plugin) => plugin.Offers.Count == 0 ? "" : $"offers: {string.Join(", ", plugin.Offers.Select(o => o.Use))}";
}
