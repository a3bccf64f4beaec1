namespace Kaizen.Core.Lint;

/// <summary>Things that an answer brings: who misses one of them has an answer in mind. Used by K01, K22.</summary>
internal static class AnswerWords
{
    public const string All = """
        tool, calendar, system, software, app, application, platform, portal, database, dashboard, bot, chatbot, plugin, website, crm, erp, intranet, wiki, ai,
        process, procedure, policy, workflow, checklist, template, form, inbox, mailbox, guideline, guide, manual, handbook, instruction, work instruction, playbook, standard, rule, script,
        training, course, workshop, coaching, education, programme, program, campaign, initiative, meeting, stand-up, standup, rota, board, kpi, report,
        incentive, bonus, budget, resource, resources, staff, headcount, personnel, manpower, people, engineer, coordinator, helpdesk, hotline, machine, scanner,
        automation, communication, documentation, supervision, control, monitoring, reminder, audit, review, strategy, structure, department, role, owner, interface, licence, license
        """;
}
