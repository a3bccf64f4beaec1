using Kaizen.Abstractions;
using Kaizen.Core.Coaching;
using Kaizen.Core.Cycles;
using Kaizen.Reports;

namespace Kaizen.Cli.Output;

/// <summary>A coach's queue on the terminal or as JSON.</summary>
internal static class CoachText
{
    public static void Print(Workspace workspace, string coach, (IReadOnlyList<CoachItem> Items, bool Coaches) queue, bool json, IReadOnlyList<Diagnostic> diagnostics)
    {
        var items = queue.Items;
        if (json)
        {
            Terminal.Out.WriteLine(ResultsJson.ToText(
                text =>
                {
                    text.WriteString("coach", coach);
                    text.WriteBoolean("coaches", queue.Coaches);
                    text.WriteStartArray("queue");
                    foreach (var item in items)
                    {
                        text.WriteStartObject();
                        text.WriteString("cycle", item.Cycle.Id);
                        text.WriteString("why", Word(item.Why));
                        text.WriteString("text", item.Text);
                        text.WriteEndObject();
                    }

                    text.WriteEndArray();
                },
                diagnostics));
            return;
        }

        var ink = Ink.ForOutput;
        Terminal.Out.WriteLine(ink.Bold(Plain.Text($"{(workspace.People.TryGetValue(coach, out var person) ? person.Name : coach)} looks at next")));
        if (items.Count == 0) Terminal.Out.WriteLine(queue.Coaches ? "  nothing: no surprise, no overdue check, no gate to sign, no open question" : "  nothing: no cycle here names this person as coach, and no question of this person is open");
        var grid = new Grid();
        foreach (var item in items) grid.Row(Word(item.Why), item.Cycle.Id, item.Text);
        Terminal.Out.Write(grid.ToText((_, column, cell) => column == 1 ? ink.Bold(cell) : cell));
    }

    private static string Word(CoachReason reason) => reason switch
    {
        CoachReason.Surprise => "surprise",
        CoachReason.CheckOverdue => "check overdue",
        CoachReason.GateWaiting => "gate waiting",
        _ => "no answer yet",
    };
}
