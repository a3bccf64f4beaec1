namespace Kaizen.Core.Lint;

/// <summary>Columns that say who it was. Used by K57.</summary>
internal static class PersonColumnWords
{
    public const string All = """
        person, employee, worker, staff, seller, salesperson, salesman, sales rep, rep, agent, operator, engineer, consultant, user, username, user name, login, owner, assignee, assigned to, handled by, created by, closed by, answered by, sold by, done by, responsible,
        manager, nurse, doctor, driver, technician, planner, colleague, account manager, member, author, name, first name, last name, surname, full name, email, mail, initials, who
        """;
}
