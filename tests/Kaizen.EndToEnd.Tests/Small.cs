using System.Globalization;
using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Workspaces of a few lines: calls that wait ten minutes until 6 April 2026 and six from then on.</summary>
internal static class Small
{
    public const int Rows = 1000;
    public const string Cycle = "cycles/wait.yaml";
    public const string Data = "data/calls.csv";

    public static Workspace OfCalls(string? folder = null) => new Workspace(folder)
        .With("kaizen.yaml", """
            workspace: small
            zone: Europe/Amsterdam
            as_of: 2026-06-29
            sources:
              calls:
                use: csv
                with: { path: data/calls.csv }
                time: at
                known_until: 2026-06-29
            """)
        .With(Cycle, """
            title: Callers wait
            people: { owner: ann }
            metrics:
              wait:
                mean: minutes
                unit: min
                better: lower
            plan:
              target: { to: 5, due: 2026-06-22 }
            do: { started: 2026-04-06 }
            """)
        .With(Data, Calls());

    /// <summary>A second cycle over the same source and another column.</summary>
    public static Workspace WithNames(this Workspace workspace) => workspace.With("cycles/names.yaml", """
        title: Who calls
        metrics:
          callers:
            distinct: name
            unit: callers
            better: higher
        plan:
          target: { to: 50, due: 2026-06-22 }
        do: { started: 2026-04-06 }
        """);

    /// <summary>With a prediction, so that the first run locks it in the ledger.</summary>
    public static Workspace Predicting(this Workspace workspace) =>
        workspace.Edit(Cycle, "better: lower", "better: lower\n    predicts: { expect: 5, between: [4, 6] }");

    /// <summary>Replaces the value of a column in one data row, counted from 1.</summary>
    public static Workspace WithValue(this Workspace workspace, int row, int column, string value)
    {
        var lines = File.ReadAllLines(workspace.At(Data));
        var fields = lines[row].Split(',');
        fields[column] = value;
        lines[row] = string.Join(',', fields);
        return workspace.With(Data, string.Join('\n', lines) + "\n");
    }

    private static string Calls()
    {
        var text = new StringBuilder("at,minutes,name\n");
        var change = new DateOnly(2026, 4, 6);
        for (var i = 0; i < Rows; i++)
        {
            var day = new DateOnly(2026, 1, 5).AddDays(i * 175 / Rows);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{(day < change ? 10 : 6) + (i * 7 % 5)},n{i % 90}\n");
        }

        return text.ToString();
    }
}
