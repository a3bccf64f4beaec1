namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Contacts with customers, by whoever had them: rows of <c>data/contacts.csv</c>.</summary>
internal static class ContactEntries
{
    public const string File = "data/contacts.csv";

    /// <summary>The columns of the file.</summary>
    public static readonly IReadOnlyList<string> Columns = ["date", "by", "with", "role", "what", "follow_up", "due"];

    public static FileEdit.Rows? Of(WritingTurn turn, Entry.Contact entry)
    {
        var by = turn.Person(entry.By);
        var day = turn.Day(entry.Date);
        var role = entry.Role ?? (by is not null && turn.Workspace.People.TryGetValue(by, out var person) ? person.Role : null);
        return TextTable.Read(turn, File, Columns)?.Append(new Dictionary<string, string?>
        {
            ["date"] = WritingTurn.Iso(day),
            ["by"] = by,
            ["with"] = entry.With,
            ["role"] = role,
            ["what"] = entry.Text,
            ["follow_up"] = entry.FollowUp,
            ["due"] = entry.Due is { } due ? WritingTurn.Iso(due) : null,
        });
    }
}
