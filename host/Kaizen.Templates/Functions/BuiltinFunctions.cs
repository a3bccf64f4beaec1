using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>All that a template finds without being given it.</summary>
internal static class BuiltinFunctions
{
    /// <summary>Made once; every context gets a copy, since templates may add members to it.</summary>
    private static readonly Lazy<ScriptObject> Prototype = new(() => new ScriptObject
    {
        ["array"] = Protected(ArrayFunctions.Create()),
        ["date"] = Protected(DateFunctions.Create()),
        ["html"] = Protected(HtmlFunctions.Create()),
        ["math"] = Protected(MathFunctions.Create()),
        ["object"] = Protected(ObjectFunctions.Create()),
        ["regex"] = Protected(RegexFunctions.Create()),
        ["string"] = Protected(StringFunctions.Create()),
        ["timespan"] = Protected(TimeSpanFunctions.Create()),
        ["include"] = IncludeFunctions.Include,
        ["include_join"] = IncludeFunctions.IncludeJoin,
        ["empty"] = EmptyScriptObject.Default,
    });

    public static ScriptObject Create() => (ScriptObject)Prototype.Value.Clone(deep: true);

    /// <summary>Templates may add members to a built-in object but not replace its functions.</summary>
    private static ScriptObject Protected(ScriptObject functions)
    {
        foreach (var (name, value) in functions)
        {
            if (value is IScriptCustomFunction)
                functions.SetReadOnly(name, true);
        }

        return functions;
    }
}
