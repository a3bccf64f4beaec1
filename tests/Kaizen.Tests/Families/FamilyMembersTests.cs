using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Tests.Definitions;

namespace Kaizen.Tests.Families;

public sealed class FamilyMembersTests
{
    private const string Two = """
        workspace: acme
        zone: Europe/Berlin
        sources:
          enquiries: { use: csv, with: { path: data/enquiries.csv }, time: received_at }
          load: { use: csv, with: { path: data/load.csv }, time: week }
        """;

    [Fact]
    public void A_family_is_bound_with_its_source_and_its_column()
    {
        var file = TemporaryWorkspace.Good(Cycle("{ split: team }"));

        Assert.Equal("enquiries", file.Each!.Source.Name);
        Assert.Equal("team", file.Each.Split.Text);
        Assert.Equal(("each.source", "enquiries", "the only source"), (file.Inferred[^1].What, file.Inferred[^1].Value, file.Inferred[^1].Because));
        Assert.Equal("the source that all metrics read", TemporaryWorkspace.Good(Cycle("{ split: team }", "source: enquiries, "), Two).Inferred[^1].Because);
        Assert.NotEqual(file.DefinitionHash, TemporaryWorkspace.Good(Cycle("{ split: region }")).DefinitionHash);
    }

    [Fact]
    public void Each_value_is_a_loop_that_counts_its_own_rows()
    {
        var file = TemporaryWorkspace.Good("""
            title: Enquiries wait
            each: { source: enquiries, split: team }
            metrics:
              wait: { source: enquiries, median: hours, where: region = 'south' or urgent, better: lower, compare: { label: new, where: fresh } }
              others: { source: enquiries, median: hours, compare: { label: the others, where: team <> 'north' } }
              load: { source: load, mean: hours }
            plan: { target: { metric: wait, to: 4, due: 2026-08-31 } }
            """, Two);
        var members = FamilyMembers.Of(file, [Text("South"), Text("North")]);

        Assert.Equal(["first.north", "first.south"], members.Select(m => m.Id));
        var north = members[0];
        Assert.Equal(("first", "North", "Enquiries wait (North)", file.File), (north.FamilyOf, north.Member, north.Title, north.File));
        Assert.Null(north.Each);
        Assert.Equal("team = 'North' and (region = 'south' or urgent)", north.Metrics[0].Measure.Where!.Text);
        Assert.Equal("team = 'North' and fresh", north.Metrics[0].Compare!.Where.Text);
        Assert.Equal("team = 'North'", north.Metrics[1].Measure.Where!.Text);
        Assert.Equal("team <> 'north'", north.Metrics[1].Compare!.Where.Text);
        Assert.Same(file.Metrics[2], north.Metrics[2]);
        Assert.Equal(3, members.Select(m => m.DefinitionHash).Append(file.DefinitionHash).Distinct().Count());
        Assert.Equal(members.Select(m => m.DefinitionHash), FamilyMembers.Of(file, [Text("North"), Text("South")]).Select(m => m.DefinitionHash));
    }

    [Fact]
    public void Names_can_be_read_and_no_loop_takes_the_name_of_an_earlier_one()
    {
        var file = TemporaryWorkspace.Good(Cycle("{ split: team }"));
        var values = new[] { Text("North West", 2), Text("NORTH-WEST", 3), Text("north west!", 1), Text("Größe 7"), Text("***"), Text("東京"), Text("\ud800x") };
        var ids = FamilyMembers.Of(file, values).ToDictionary(m => m.Member!, m => m.Id);

        Assert.Equal("first.north-west", ids["north west!"]);
        Assert.Equal("first.north-west-2", ids["North West"]);
        Assert.Equal("first.north-west-3", ids["NORTH-WEST"]);
        Assert.Equal("first.größe-7", ids["Größe 7"]);
        Assert.Equal("first.value", ids["***"]);
        Assert.Equal("first.東京", ids["東京"]);
        Assert.Equal("first.x", ids["\ud800x"]);
        Assert.Equal(ids.Keys.Order(StringComparer.Ordinal), FamilyMembers.Of(file, values).Select(m => m.Member));
    }

    [Theory]
    [InlineData("team", ColumnType.Text, "O'Hara", "team = 'O''Hara'")]
    [InlineData("team", ColumnType.Number, "7", "team = 7")]
    [InlineData("urgent", ColumnType.Flag, "true", "urgent = true")]
    [InlineData("team name", ColumnType.Text, "a", "\"team name\" = 'a'")]
    [InlineData("case", ColumnType.Text, "a", "\"case\" = 'a'")]
    [InlineData("true", ColumnType.Text, "a", "\"true\" = 'a'")]
    [InlineData("an \"inch\"", ColumnType.Text, "a", "\"an \"\"inch\"\"\" = 'a'")]
    public void A_condition_is_written_as_a_person_would(string column, ColumnType type, string value, string condition)
    {
        var file = TemporaryWorkspace.Good(Cycle("{ split: team }"));
        file = file with { Each = file.Each! with { Split = file.Each.Split with { Text = column } } };
        var where = Assert.Single(FamilyMembers.Of(file, [new FamilyValue(value, type, 0)])).Metrics[0].Measure.Where!;

        Assert.Equal(condition, where.Text);
        Assert.Equal(column, Assert.Single(where.Columns).Name);
    }

    [Fact]
    public void A_fault_in_what_a_person_wrote_still_points_at_it()
    {
        var faults = new DiagnosticBag();
        var at = new SourceSpan("cycles/a.yaml", 5, 12, 23);
        var own = RowExpression.Parse("region = 'south' or new", at, faults)!;
        var from = new SourceSpan("cycles/a.yaml", 2, 10, 4);
        var both = RowExpression.Both("team = 'north'", from, own);

        Assert.Equal("team = 'north' and (region = 'south' or new)", both.Text);
        Assert.Equal([from, at with { Length = 6 }, at with { Column = 32, Length = 3 }], both.Columns.Select(both.SpanOf));
        Assert.Equal(from, RowExpression.Both("team = 'north'", from, null).At);
        // As deep as a person may write, and the family's own level around it.
        var deep = RowExpression.Parse(new string('(', 99) + "a or b" + new string(')', 99) + " or c", at, faults)!;
        Assert.Empty(faults.All);
        Assert.StartsWith("x = 1 and (((", RowExpression.Both("x = 1", from, deep).Text, StringComparison.Ordinal);
    }

    private static FamilyValue Text(string value, long first = 0) => new(value, ColumnType.Text, first);

    private static string Cycle(string each, string source = "") => $$"""
        title: Enquiries wait
        each: {{each}}
        metrics:
          wait: { {{source}}median: hours, better: lower }
        """;
}
