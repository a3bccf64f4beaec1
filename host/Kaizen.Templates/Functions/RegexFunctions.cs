using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The built-in object <c>regex</c>.</summary>
internal static class RegexFunctions
{
    public static ScriptObject Create() => new()
    {
        ["escape"] = BuiltinFunction.Of("pattern", static c => c.Text(0) is { } text ? Regex.Escape(text) : null),
        ["unescape"] = BuiltinFunction.Of("pattern", static c => c.Text(0) is { } text ? Guarded(c, () => Regex.Unescape(text)) : null),
        ["match"] = BuiltinFunction.Of("text pattern options?", static c =>
            Match(c, static (regex, text) => Groups(regex.Match(text)))),
        ["matches"] = BuiltinFunction.Of("text pattern options?", static c =>
            Match(c, static (regex, text) => new ScriptArray(regex.Matches(text).Select(Groups)))),
        ["replace"] = BuiltinFunction.Of("text pattern replace options?", static c => c.Text(0) is { } text
            ? Guarded(c, () => Compile(c, 3).Replace(text, c.Text(2) ?? ""))
            : null),
        ["split"] = BuiltinFunction.Of("text pattern options?", static c =>
            Match(c, static (regex, text) => new ScriptArray(regex.Split(text)))),
    };

    /// <summary>Turns what is wrong with a pattern, and the end of patience with it, into faults of the template.</summary>
    public static string Guarded(Call call, Func<string> work) => (string)GuardedObject(call, work);

    private static object GuardedObject(Call call, Func<object> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Fault($"The pattern takes longer than {call.Context.RegexTimeOut}.");
        }
        catch (ArgumentException fault)
        {
            throw call.Fault($"The pattern is faulty: {fault.Message}");
        }
    }

    private static object Match(Call call, Func<Regex, string, object> work) =>
        call.Text(0) is { } text ? GuardedObject(call, () => work(Compile(call, 2), text)) : new ScriptArray();

    private static Regex Compile(Call call, int optionsAt)
    {
        var options = RegexOptions.None;
        foreach (var option in call.Text(optionsAt) ?? "")
        {
            options |= option switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return new Regex(call.Text(1) ?? "", options, call.Context.RegexTimeOut);
    }

    private static ScriptArray Groups(Match match) =>
        match.Success ? new ScriptArray(match.Groups.Values.Select(g => (object?)g.Value)) : [];
}
