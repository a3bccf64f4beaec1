using System.Globalization;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Tests.Authoring;

public sealed class ProposalsTests
{
    private static readonly NumberMarks Marks = new('.', null);

    [Fact]
    public void Two_timestamps_give_hours_and_a_share_in_time()
    {
        var proposals = Of(Column("asked_at", i => Day(i) + "T08:00"), Column("answered_at", i => i % 5 == 0 ? Day(i + 3) + "T09:00" : Day(i) + $"T{10 + (i % 8):00}:00"));
        Assert.Equal("hours_between(asked_at, answered_at)", proposals[0].Measure.Value);
        Assert.Equal(("median", "h", Better.Lower), (proposals[0].Measure.Key, proposals[0].Reads, proposals[0].Better));
        Assert.Contains(proposals, p => p is { Measure: { Key: "rate", Value: "answered_at within 1d" }, Better: Better.Higher });
    }

    [Fact]
    public void Where_few_get_there_the_share_comes_first()
    {
        var proposals = Of(Column("created", Day), Column("won_at", i => i % 4 == 0 ? Day(i + 30) : ""));
        Assert.Equal("won_at within 30d", proposals[0].Measure.Value);
        Assert.Equal("won_within_30d", proposals[0].Name);
    }

    [Fact]
    public void Ends_that_people_work_for_and_against_are_told_by_their_words()
    {
        var proposals = Of(Column("created", Day), Column("order", i => $"A{i * 3}"), Column("status", i => (i % 3) switch { 0 => "delivered", 1 => "late", _ => "new" }));
        Assert.Equal("status = 'delivered'", proposals[0].Measure.Value);
        Assert.Contains(proposals, p => p.Measure.Value == "status = 'late'" && p.Better == Better.Lower);
        Assert.DoesNotContain(proposals, p => p.Measure.Value == "status = 'new'");
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("agent")]
    [InlineData("sales rep")]
    public void Nothing_is_proposed_by_person(string column) =>
        Assert.DoesNotContain(Of(Column("created", Day), Column(column, i => $"P{i % 4}")), p => p.Measure.Value.Contains(column, StringComparison.Ordinal));

    [Fact]
    public void A_row_a_week_is_read_as_it_stands_and_parts_of_a_whole_as_shares()
    {
        var proposals = Of(Column("week", i => Day(i * 7)), Column("orders", i => $"{100 + (i % 7)}"), Column("complaints", i => $"{5 + (i % 3)}"));
        Assert.Equal(("mean", "orders", Period.Week), (proposals[0].Measure.Key, proposals[0].Measure.Value, proposals[0].Per));
        var share = Assert.Single(proposals, p => p.Measure.Key == "ratio");
        Assert.Equal(("complaints", "orders", Quantity.Share, Better.Lower), (share.Measure.Value, share.Measure.Over, share.Reads, share.Better));
    }

    [Fact]
    public void There_are_never_more_than_fit_on_a_screen() =>
        Assert.Equal(Proposals.Most, Of([Column("day", i => Day(i / 3)), .. Enumerable.Range(0, 20).Select(n => Column($"figure {n}", i => $"{((i * 37) + n) % 91}"))]).Count);

    [Fact]
    public void Columns_with_blanks_and_reserved_words_are_quoted()
    {
        Assert.Equal("\"Woche ab\"", new ColumnLook("Woche ab", ColumnKind.Time, []).Expression);
        Assert.Equal("\"case\"", new ColumnLook("case", ColumnKind.Number, []).Expression);
        Assert.Equal("größe", new ColumnLook("größe", ColumnKind.Number, []).Expression);
    }

    [Theory]
    [InlineData("Enquiries wait a day for a first answer!", "enquiries-wait-a-day-for-a-first-answer")]
    [InlineData("Größe & Gewicht: 50 % falsch", "groesse-gewicht-50-percent-falsch")]
    [InlineData("../../etc", "etc")]
    [InlineData("???", "")]
    public void Ids_are_safe_as_names_of_files(string title, string id) => Assert.Equal(id, Words.Id(title));

    private static IReadOnlyList<Proposal> Of(params ColumnLook[] columns)
    {
        var table = new TableLook(Path.GetFullPath("rows.csv"), Dialect.Plain, columns) { TimeColumns = TimeColumns.Of(columns) };
        return Proposals.Of(table, table.TimeColumns[0]);
    }

    private static ColumnLook Column(string name, Func<int, string> value) =>
        ColumnReading.Of(name, [.. Enumerable.Range(0, 120).Select(value)], Marks, DayOrder.Plain, MethodWords.Persons([name]).Contains(name));

    private static string Day(int day) => new DateOnly(2025, 1, 6).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
