namespace Kaizen.Core.Lint;

/// <summary>Words that name a group where one person is meant. Used by K02.</summary>
internal static class DepartmentWords
{
    public const string All = """
        team, department, committee, board, management, group, division, office, unit, everyone, everybody, all, tbd, tba, unknown, nobody, none, somebody,
        sales, marketing, engineering, it, hr, finance, operations, logistics, procurement, production, quality, support, legal, accounting, staff, company
        """;
}
