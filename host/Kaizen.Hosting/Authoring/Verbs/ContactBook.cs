using Kaizen.Abstractions;
using Kaizen.Core.Coaching;
using Kaizen.Core.Diagnostics;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>Reads <c>data/contacts.csv</c>, which people also change by hand: what can be read is, the rest is told.</summary>
internal static class ContactBook
{
    private const string File = ContactEntries.File;

    /// <summary>Unreadable dates that are told one by one.</summary>
    private const int MostTold = 20;

    /// <summary>All contacts in the order of the file; none where there is no file.</summary>
    public static IReadOnlyList<Contact> Read(string folder, DiagnosticBag faults)
    {
        try
        {
            var (table, why) = TextTable.Open(folder, File, ContactEntries.Columns);
            if (table is not null) return Read(table, faults);
            faults.Add(Catalogue.ContactsUnread.At(null, File, why));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var machine = MachineFault.Of(fault);
            faults.Add(Catalogue.ContactsUnread.Hinting(machine.WayOut, null, File, machine.Why));
        }

        return [];
    }

    private static List<Contact> Read(TextTable table, DiagnosticBag faults)
    {
        var missing = table.Missing(ContactEntries.Columns);
        foreach (var column in missing) faults.Add(Catalogue.ContactColumnMissing.At(new SourceSpan(File, table.LineOf(0), 1), File, column));
        // Without these nothing can be said of any row.
        if (missing.Any(c => c is "date" or "by" or "with")) return [];
        var rows = Enumerable.Range(1, table.Count - 1).ToList();
        var order = DateForms.OrderOf(rows.SelectMany(r => new[] { table.Cell(r, "date"), table.Cell(r, "due") }));
        var contacts = new List<Contact>();
        var unread = new List<Diagnostic>();
        foreach (var row in rows)
        {
            if (Day(row, "date", "the contact is left out") is not { } date) continue;
            contacts.Add(new Contact(date, Cell(row, "by"), Cell(row, "with") ?? "", Cell(row, "what") ?? "")
            {
                FollowUp = Cell(row, "follow_up"),
                Due = Cell(row, "due") is null ? null : Day(row, "due", "the contact is shown without it"),
            });
        }

        faults.AddRange(unread.Take(MostTold));
        if (unread.Count > MostTold) faults.Add(Catalogue.ContactsUnread.At(null, File, $"{unread.Count - MostTold} more dates of it are none") with { Hint = Catalogue.ContactDateUnread.WayOut });
        return contacts;

        string? Cell(int row, string column) => table.Cell(row, column).Trim() is { Length: > 0 } text ? text : null;

        DateOnly? Day(int row, string column, string then)
        {
            var text = table.Cell(row, column);
            if (Date(text, order) is { } date) return date;
            unread.Add(Catalogue.ContactDateUnread.At(new SourceSpan(File, table.LineOf(row), 1), text.Trim(), table.LineOf(row), File, then));
            return null;
        }
    }

    /// <summary>A date as it is written by the product, or as a spreadsheet saves it; day and month are not guessed.</summary>
    private static DateOnly? Date(string text, DayOrder order)
    {
        if (DateForms.Read(text, [DateForms.Iso]) is { } plain) return DateOnly.FromDateTime(plain);
        var forms = DateForms.Of([text], order is DayOrder.Open or DayOrder.Both ? DayOrder.Plain : order);
        return forms is not null && DateForms.Read(text, forms) is { } other ? DateOnly.FromDateTime(other) : null;
    }
}
