namespace Kaizen.Core.Lint;

/// <summary>Verbs that begin an answer rather than a problem. Nobody describes trouble by beginning with one of them. Used by K01, K15.</summary>
internal static class CountermeasureWords
{
    public const string All = """
        implement, introduce, install, roll out, deploy, establish, automate, outsource, recruit, hire, buy, create, develop, adopt, set up,
        digitise, digitize, digitalise, centralise, centralize, standardise, standardize, streamline, optimise, optimize, reorganise, reorganize,
        restructure, redesign, relaunch, rewrite, rebuild, integrate, enforce, provide, appoint, assign, organise, organize, arrange, distribute,
        migrate, replace, upgrade, invest in, switch to, move to, go live with, put in place, bring in, start using, make use of, use, write, publish,
        teach, educate, coach, motivate, encourage, remind, simplify, modernise, modernize, consolidate, merge, formalise, formalize, expand, extend
        """;
}
