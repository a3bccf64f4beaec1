using System.Globalization;
using System.Text;

namespace Kaizen.Tests.Families;

/// <summary>A workspace with one file for many loops over 25 weeks of calls of three teams.</summary>
internal sealed class FamilyWorkspace : IDisposable
{
    public const int Days = 175;
    public static readonly DateOnly First = new(2026, 1, 5);
    public static readonly DateOnly Start = new(2026, 4, 6);
    public static readonly DateOnly Check = new(2026, 6, 22);
    public static readonly string[] Teams = ["North", "South West", "O'Hara"];

    private readonly List<(DateOnly Day, double Minutes, string Team)> rows = [];

    public FamilyWorkspace(string split = "team", bool known = true)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cycles"));
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        Write("kaizen.yaml", $$"""
            workspace: teams
            zone: Europe/Amsterdam
            {{(known ? "as_of: 2026-06-29" : "")}}
            sources:
              calls: { use: csv, with: { path: data/calls.csv }, time: at }
            """);
        Write("cycles/wait.yaml", $$"""
            title: Callers wait
            each: { split: {{split}} }
            people: { owner: ann }
            metrics:
              wait: { mean: minutes, unit: min, better: lower }
            plan:
              target: { to: 5, due: 2026-06-22 }
            do: { started: 2026-04-06 }
            """);
        for (var i = 0; i < 3 * Days; i++) Add(First.AddDays(i / 3), (i / 3 < 91 ? 20 : 9) + (5 * (i % 3)) + (i * 7 % 11), Teams[i % 3]);
        WriteRows();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kaizen-family").FullName;

    public int Rows => rows.Count;

    public string At(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    public void Add(DateOnly day, double minutes, string team) => rows.Add((day, minutes, team));

    public void WriteRows()
    {
        var text = new StringBuilder("at,minutes,team,size,urgent\n");
        foreach (var (day, minutes, team) in rows)
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{minutes},{team},{(minutes > 20 ? 2 : 1)},{(minutes > 20 ? "true" : "false")}\n");
        Write("data/calls.csv", text.ToString());
    }

    /// <summary>The mean of the means of weeks from one Monday to another, reckoned from the rows as they were written.</summary>
    public double MeanOf(string team, DateOnly from, DateOnly to) => rows.Where(r => r.Team == team && r.Day >= from && r.Day < to)
        .GroupBy(r => (r.Day.DayNumber - First.DayNumber) / 7).Average(week => week.Average(r => r.Minutes));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
