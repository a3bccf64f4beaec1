namespace Kaizen.Core.Lint;

/// <summary>Words for people at work. Used by K21, K57.</summary>
internal static class PersonWords
{
    public const string All = """
        person, people, staff, employee, worker, operator, colleague, engineer, developer, seller, salesperson, salespeople, salesman, salesmen, rep, representative, agent, manager, boss, supervisor, planner, nurse, doctor, driver, technician,
        consultant, clerk, assistant, apprentice, trainee, newcomer, teacher, buyer, analyst, administrator, designer, tester, team, crew, shift, user, member, he, she, they, someone, somebody, everyone, everybody, nobody
        """;
}
