using Kaizen.Abstractions;
using Xunit;

namespace Kaizen.Testing;

public abstract partial class SourceConformance<TPlugin, TOptions>
{
    /// <summary>Columns have names, each its own; those of <see cref="Columns"/> are among them with types that agree.</summary>
    [Fact]
    public async Task Columns_are_described_by_distinct_names()
    {
        var source = Open(Options);
        var described = await source.DescribeAsync(CancellationToken.None);
        Require.True(described.Count > 0, "The source describes no columns.");
        Require.True(described.All(c => !string.IsNullOrWhiteSpace(c.Name)), "A column has no name.");
        var twice = described.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any());
        Require.True(twice is null, $"Two columns are called '{twice?.Key}'.");
        foreach (var wanted in Columns)
        {
            var column = described.FirstOrDefault(c => c.Name == wanted.Name);
            Require.True(column is not null, $"The column '{wanted.Name}' is not described; there are {string.Join(", ", described.Select(c => c.Name))}.");
            Require.True(column!.Type is null || column.Type == wanted.Type, $"The column '{wanted.Name}' is described as {column.Type} and read as {wanted.Type}.");
        }

        Require.True(described.SequenceEqual(await source.DescribeAsync(CancellationToken.None)), "Described again, the columns differ.");
    }

    /// <summary>The rows are those of <see cref="Expected"/>, and no value was refused.</summary>
    [Fact]
    public async Task The_rows_are_those_expected()
    {
        Require.True(Expected.Count > 1 && Columns.Count > 1, "Give two columns and two rows at least.");
        Require.True(Expected.Any(r => r.Contains(null)), "No expected row has a missing value (null).");
        var request = Request(Columns);
        Same(Expected, await Reading.AllAsync(Open(Options), request), "The rows");
        Require.True(request.Refusals.Count == 0, $"A value was refused: {request.Refusals.Last}.");
    }

    /// <summary>The reader has the columns that were asked for, in that order, with fields that fit their types.</summary>
    [Fact]
    public async Task The_reader_has_exactly_the_columns_that_were_asked_for()
    {
        foreach (var asked in Subsets())
        {
            var reader = await Open(Options).OpenAsync(Request(asked), CancellationToken.None);
            await using (reader)
            {
                Require.True(reader.FieldCount == asked.Count, $"Asked for {asked.Count} columns, the reader has {reader.FieldCount}.");
                for (var i = 0; i < asked.Count; i++)
                    Require.True(Reading.Fits(reader.GetFieldType(i), asked[i].Type), $"Column '{asked[i].Name}' comes as {reader.GetFieldType(i).Name} and was asked for as {asked[i].Type}.");
            }
        }
    }

    /// <summary>A value is the same whatever else is asked for, and in whatever order.</summary>
    [Fact]
    public async Task A_column_is_the_same_whatever_else_is_asked_for()
    {
        foreach (var asked in Subsets())
        {
            var expected = Expected.Select(r => asked.Select(c => r[Columns.ToList().IndexOf(c)]).ToArray()).ToList();
            Same(expected, await Reading.AllAsync(Open(Options), Request(asked)), $"The rows of {string.Join(", ", asked.Select(c => c.Name))} alone");
        }
    }

    /// <summary>Values that nobody looks at change nothing for the others.</summary>
    [Fact]
    public async Task Values_may_be_left_unread()
    {
        var reader = await Open(Options).OpenAsync(Request(Columns), CancellationToken.None);
        await using (reader)
        {
            for (var row = 0; row < Expected.Count; row++)
            {
                Require.True(await reader.ReadAsync(), $"There are {row} rows where {Expected.Count} are expected.");
                if (row % 2 == 1) Same([Expected[row]], [Reading.Row(reader, Columns)], $"Row {row + 1} after one that was not looked at");
            }

            Require.True(!await reader.ReadAsync(), "There are more rows where values are left unread.");
        }
    }

    /// <summary>No rows is a result like any other.</summary>
    [Fact]
    public async Task No_rows_is_a_result()
    {
        if (!Empty.Has(out var options)) return;
        var reader = await Open(options).OpenAsync(Request(Columns), CancellationToken.None);
        await using (reader)
        {
            Require.True(!await reader.ReadAsync(), "The source without rows has one.");
            Require.True(!await reader.ReadAsync(), "Asked again, the source without rows has one.");
        }
    }

    /// <summary>A time is an instant in UTC or local to the workspace's zone, never to this machine's.</summary>
    [Fact]
    public async Task Times_never_depend_on_the_machine()
    {
        foreach (var row in await Reading.AllAsync(Open(Options), Request(Columns)))
            foreach (var time in row.OfType<DateTime>())
                Require.True(time.Kind != DateTimeKind.Local, $"{time:O} is local to this machine.");
    }

    /// <summary>A value that is none of the type asked for is refused in its place and stops nothing.</summary>
    [Fact]
    public async Task A_value_of_another_type_is_refused_and_stops_nothing()
    {
        var source = Open(Options);
        var open = (await source.DescribeAsync(CancellationToken.None)).Where(c => c.Type is null).Select(c => c.Name).ToList();
        foreach (var (column, type) in Columns.Where(c => open.Contains(c.Name)).SelectMany(c => Enum.GetValues<ColumnType>().Select(t => (c.Name, t))))
        {
            var request = Request(new ColumnRequest(column, type));
            var rows = await Reading.AllAsync(source, request);
            Require.True(rows.Count == Expected.Count, $"Read as {type}, '{column}' has {rows.Count} rows and not {Expected.Count}.");
            Require.True(request.Refusals.Columns.All(c => c == column), $"Read as {type}, '{column}' has refused values that name another column.");
            var first = request.Refusals.FirstOf(column);
            Require.True(first.All(r => r.Row >= 1 && r.Row <= rows.Count && r.Why.Length > 0), $"A refused value of '{column}' names no row or no reason: {(first.Count > 0 ? first[0] : null)}.");
        }
    }

    /// <summary>A column that is not there (any more) is told in words.</summary>
    [Fact]
    public async Task A_column_that_is_not_there_is_told()
    {
        var thrown = await Require.Thrown(() => Reading.AllAsync(Open(Options), Request(new ColumnRequest("no such column", ColumnType.Text))));
        Require.True(thrown is SourceException, $"Asked for a column that is not there, the source should throw a SourceException; it was {thrown?.GetType().Name ?? "nothing"}: {thrown?.Message}");
    }

    /// <summary>What cannot be reached is no fault of options; it is told as a <see cref="SourceException"/> once it is wanted, and in words.</summary>
    [Fact]
    public async Task What_cannot_be_reached_is_told_when_it_is_wanted()
    {
        if (!Unreachable.Has(out var options)) return;
        OptionChecks.HaveNoFault(options);
        var source = Open(options);
        var (describe, open) = (
            await Require.Thrown(async () => await source.DescribeAsync(CancellationToken.None)),
            await Require.Thrown(() => Reading.AllAsync(source, Request(Columns))));
        foreach (var thrown in new[] { describe, open })
        {
            Require.True(thrown is SourceException, $"It should be a SourceException and is {thrown?.GetType().Name ?? "nothing"}: {thrown?.Message}");
            Require.True(Require.IsSentence(thrown!.Message), $"The message is not a sentence with a full stop: '{thrown.Message}'.");
            Require.True(((SourceException)thrown).Hint is { Length: > 0 }, $"'{thrown.Message}' comes without a hint at the way out.");
            Require.True(!OptionChecks.SecretsOf(options).Any(s => thrown.ToString().Contains(s, StringComparison.Ordinal)), "The exception tells a secret.");
        }
    }

    private static void Same(IReadOnlyList<object?[]> expected, List<object?[]> actual, string what)
    {
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (wanted, got) = (Reading.Told(expected[i]), Reading.Told(actual[i]));
            Require.True(wanted == got, $"{what} differ in row {i + 1}.\nexpected: {wanted}\nactual:   {got}");
        }

        Require.True(expected.Count == actual.Count, $"{what} are {actual.Count} where {expected.Count} are expected.");
    }

    /// <summary>All columns, the same backwards, and each alone.</summary>
    private IEnumerable<IReadOnlyList<ColumnRequest>> Subsets() =>
        new[] { Columns, [.. Columns.Reverse()] }.Concat(Columns.Select(c => (IReadOnlyList<ColumnRequest>)[c]));
}
