using Kaizen.Hosting.Authoring;

namespace Kaizen.Tests.Authoring;

public sealed class DateFormsTests
{
    [Theory]
    [InlineData("2026-01-05 2026-02-28", "iso")]
    [InlineData("2026-01-05T08:15 2026-02-28T23:59:01Z", "iso")]
    [InlineData("05.01.2026 28.02.2026", "dd.MM.yyyy")]
    [InlineData("5.1.2026 28.12.2026", "d.M.yyyy")]
    [InlineData("05/01/2026 28/02/2026", "dd/MM/yyyy")]
    [InlineData("01/05/2026 02/28/2026", "MM/dd/yyyy")]
    [InlineData("1/5/2026 2/28/2026", "M/d/yyyy")]
    [InlineData("20260105 20260228", "yyyyMMdd")]
    [InlineData("01/09/25 28/09/25", "dd/MM/yy")]
    [InlineData("09/01/25 09/28/25", "MM/dd/yy")]
    [InlineData("1-Sep-25 28-Oct-25", "d-MMM-yy")]
    [InlineData("01-Sep-2025 28-Oct-2025", "d-MMM-yyyy")]
    public void Formats_are_told_by_values(string values, string form)
    {
        var all = values.Split(' ');
        Assert.Equal([form], DateForms.Of(all, DateForms.OrderOf(all)));
    }

    [Fact]
    public void Months_may_stand_in_words() => Assert.Equal(["d MMM yyyy"], DateForms.Of(["01 Sep 2025", "28 Oct 2025"], DayOrder.Plain));

    [Theory]
    [InlineData("25-09-01 25-09-28")]
    [InlineData("25/09/01 25/09/28")]
    public void Two_digits_for_the_year_may_come_first_and_are_not_guessed(string values) => Assert.Null(DateForms.Of(values.Split(' '), DateForms.OrderOf(values.Split(' '))));

    [Theory]
    [InlineData("when|25-09-01|25-09-28", "write the year with four digits")]
    [InlineData("week|45900|45907", "format the column as a date")]
    [InlineData("price|45900|45907", null)]
    public void What_is_no_date_yet_has_a_way_out(string column, string? words)
    {
        var parts = column.Split('|');
        var hint = TimeColumns.Hint([ColumnReading.Of(parts[0], parts[1..], new NumberMarks('.', null), DayOrder.Plain, false)]);
        if (words is null) Assert.Null(hint);
        else Assert.Contains(words, hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_with_and_without_time_stand_in_one_column() =>
        Assert.Equal(["dd.MM.yyyy HH:mm", "dd.MM.yyyy"], DateForms.Of(["05.01.2026 08:15", "28.02.2026", "01.03.2026 10:00"], DayOrder.Plain));

    [Theory]
    [InlineData("01/02/2026 03/04/2026", DayOrder.Open)]
    [InlineData("13/02/2026 03/04/2026", DayOrder.DayFirst)]
    [InlineData("01/02/2026 03/14/2026", DayOrder.MonthFirst)]
    [InlineData("13/02/2026 03/14/2026", DayOrder.Both)]
    [InlineData("2026-01-02 01.02.2026", DayOrder.Plain)]
    public void Day_and_month_are_told_apart_by_a_number_above_twelve(string values, DayOrder order) => Assert.Equal(order, DateForms.OrderOf(values.Split(' ')));

    [Theory]
    [InlineData("2026-W07|2026-W08", "weeks")]
    [InlineData("KW 7|KW 12", "weeks")]
    [InlineData("KW07/2026|KW08/2026", "weeks")]
    [InlineData("2026-KW07|2026-KW08", "weeks")]
    [InlineData("2026-01|2026-02", "months")]
    [InlineData("March 2026|April 2026", "months")]
    [InlineData("2026-01-05|2026-01-06", null)]
    [InlineData("won|lost", null)]
    public void Weeks_and_months_in_words_are_no_dates(string values, string? instead)
    {
        var all = values.Split('|');
        Assert.Equal(instead, DateForms.Instead(all));
        if (instead is not null) Assert.Null(DateForms.Of(all, DayOrder.Plain));
    }

    [Fact]
    public void One_wrong_value_among_many_does_not_make_a_column_of_dates_something_else()
    {
        var values = Enumerable.Range(1, 28).SelectMany(d => new[] { $"2026-01-{d:00}", $"2026-02-{d:00}" }).Append("soon").ToList();
        Assert.Equal(["iso"], DateForms.Of(values, DayOrder.Plain));
        Assert.Null(DateForms.Of([.. values.Take(10), "soon", "later", "open", "who knows"], DayOrder.Plain));
    }
}
