using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>All that a template finds without being given it.</summary>
internal static class BuiltinFunctions
{
    /// <summary>Made once; every context gets a copy, since templates may add members to it.</summary>
    private static readonly Lazy<ScriptObject> Prototype = new(() => new ScriptObject
    {
        ["array"] = ArrayFunctions.Create(),
        ["date"] = DateFunctions.Create(),
        ["html"] = HtmlFunctions.Create(),
        ["math"] = MathFunctions.Create(),
        ["object"] = ObjectFunctions.Create(),
        ["regex"] = RegexFunctions.Create(),
        ["string"] = StringFunctions.Create(),
        ["timespan"] = TimeSpanFunctions.Create(),
        ["include"] = IncludeFunctions.Include,
        ["include_join"] = IncludeFunctions.IncludeJoin,
        ["empty"] = EmptyScriptObject.Default,
    });

    public static ScriptObject Create() => (ScriptObject)Prototype.Value.Clone(deep: true);
}
