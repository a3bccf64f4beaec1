namespace Kaizen.Core.Cycles;

/// <summary>Finds out whom a typed name means, so that one person stands under one name in every file.</summary>
public static class PersonNames
{
    /// <summary>The short name of the person meant: by the short name or the full one, whatever their case; null where nobody is, or several are.</summary>
    /// <param name="typed">What was typed; blanks around it mean nothing.</param>
    /// <param name="people">Full names by short name.</param>
    public static string? Of(string typed, IEnumerable<KeyValuePair<string, string>> people)
    {
        var name = typed.Trim();
        var all = people.ToList();
        return all.Exists(p => p.Key == name) ? name
            : Only(all.Where(p => Same(p.Key, name))) ?? Only(all.Where(p => Same(p.Value, name)));
    }

    /// <summary>The same among the people of a workspace and whoever the cycles name, such as a member of the customer.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cycles">The cycles whose people count too.</param>
    public static string? Of(string typed, Workspace workspace, params IEnumerable<Cycle> cycles)
    {
        var named = cycles.SelectMany(c => c.People.Members.Concat([c.People.Owner, c.People.Partner, c.People.Coach, c.People.Sponsor]).OfType<string>()).Distinct(StringComparer.Ordinal);
        return Of(typed, workspace.People.Select(p => KeyValuePair.Create(p.Key, p.Value.Name)).Concat(named.Where(n => !workspace.People.ContainsKey(n)).Select(n => KeyValuePair.Create(n, n))));
    }

    private static string? Only(IEnumerable<KeyValuePair<string, string>> people) => people.Take(2).ToList() is [var one] ? one.Key : null;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
