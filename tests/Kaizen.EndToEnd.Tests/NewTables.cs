using System.Globalization;
using System.Text;

namespace Kaizen.EndToEnd.Tests;

/// <summary>Three tables as three programs write them, and what the sheet must show of them, worked out from the same rows.</summary>
internal static class NewTables
{
    private static readonly DateTime Replied = new(2026, 3, 2);
    private static readonly DateOnly Labelled = new(2024, 12, 2);
    private static readonly DateOnly Called = new(2025, 9, 1);

    private static readonly List<(DateTime Created, int Minutes)> TicketRows =
        [.. Enumerable.Range(0, 600).Select(i => new DateTime(2025, 10, 6, 0, 30, 0).AddMinutes(i * 530)).Select((t, i) => (t, (60 * (t < Replied ? 22 : 11)) + (i * 37 % 60 * 10)))];

    private static readonly List<(DateOnly Monday, int Delivered, int Complaints, double Revenue)> WeekRows =
        [.. Enumerable.Range(0, 220).Select(i => (new DateOnly(2022, 1, 3).AddDays(7 * i), Delivered: 900 + (i * 53 % 200), i)).Select(w => (w.Item1, w.Delivered,
            (int)(w.Delivered * ((w.Item1 < Labelled ? 0.10 : 0.06) + (w.i * 29 % 20 / 1000.0))), 41_250.5 + (w.i * 977 % 9000)))];

    private static readonly List<(DateOnly Created, string Stage, int Days, int Amount)> DealRows =
        [.. Enumerable.Range(0, 400).Select(i => (new DateOnly(2025, 1, 6).AddDays(i * 6 / 5), i)).Select(d =>
            (d.Item1, (d.i * 61 % 100) is var share && share < (d.Item1 < Called ? 20 : 34) ? "won" : share < 85 ? "lost" : "open", 8 + (d.i * 17 % 50), 2000 + (d.i * d.i * 31 % 30_000)))];

    /// <summary>Commas, ISO dates with times.</summary>
    public static string Tickets()
    {
        var text = new StringBuilder("ticket,created_at,first_reply_at,solved_at,channel,agent_email\n");
        var number = 1000;
        foreach (var (created, minutes) in TicketRows)
            text.Append(CultureInfo.InvariantCulture, $"T{number++},{created:s},{created.AddMinutes(minutes):s},{(number % 9 == 0 ? "" : created.AddMinutes(minutes * 3).ToString("s", CultureInfo.InvariantCulture))},{(number % 3 == 0 ? "phone" : "mail")},agent{number % 5}@example.org\n");
        return text.ToString();
    }

    /// <summary>Semicolons, decimal commas and points between thousands, days first, the letters of Windows.</summary>
    public static byte[] Weeks()
    {
        var text = new StringBuilder("Woche ab;Umsatz;Lieferungen;Reklamationen;Bemerkung\r\n");
        var german = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        foreach (var (monday, delivered, complaints, revenue) in WeekRows)
            text.Append($"{monday.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)};{revenue.ToString("N2", german)};{delivered.ToString("N0", german)};{complaints};{(complaints % 40 == 3 ? "Messe Köln" : "")}\r\n");
        // The letters in question have the same number in both.
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>Commas, dates without times, a column that says who it was.</summary>
    public static string Deals()
    {
        var text = new StringBuilder("deal_id,created,stage,won_at,amount,owner_email\n");
        var number = 5000;
        foreach (var (created, stage, days, amount) in DealRows)
            text.Append(CultureInfo.InvariantCulture, $"{number++},{created:yyyy-MM-dd},{stage},{(stage == "won" ? created.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")},{amount},seller{number % 4}@example.org\n");
        return text.ToString();
    }

    public static double MedianHours(bool before)
    {
        // The week in which the last row lies is not over, and what comes after the check does not count.
        var hours = TicketRows.Where(t => t.Created < Replied == before && t.Created < new DateTime(2026, 5, 11)).Select(t => t.Minutes / 60.0).Order().ToList();
        return hours.Count % 2 == 1 ? hours[hours.Count / 2] : (hours[(hours.Count / 2) - 1] + hours[hours.Count / 2]) / 2;
    }

    public static double ShareOfComplaints(bool before)
    {
        var weeks = WeekRows.Where(w => w.Monday < Labelled == before && w.Monday < Labelled.AddDays(84)).ToList();
        return weeks.Sum(w => (double)w.Complaints) / weeks.Sum(w => (double)w.Delivered);
    }

    public static double ShareWon(bool before)
    {
        var deals = DealRows.Where(d => d.Created < Called == before && d.Created < Called.AddDays(84)).ToList();
        return (double)deals.Count(d => d.Stage == "won") / deals.Count;
    }
}
