namespace Kaizen.Definitions.Editing;

/// <summary>Why a file is left alone; all sentences in one place.</summary>
internal static class Reasons
{
    public static string Unreadable(string fault) => $"The file has a fault that must be mended first: {fault}";

    public static string ControlCharacter(char sign) => $"The file contains the control character U+{(int)sign:X4}; delete it first.";

    public static string Alias(string path, string name) => $"{Named(path)} is an alias of '&{name}'; a change would have to be made there and would show in all places that use it.";

    public static string Shared(string path, string anchor) => $"{Named(path)} is marked '&{anchor}' and used in other places too, which would change with it.";

    public static string Marked(string path, string anchor) => $"The value of {Named(path, false)} is marked '&{anchor}', so that other places may use it.";

    public static string Tagged(string path) => $"{Named(path)} has a tag, and what a tag means is not known here.";

    public static string Merged(string path) => $"{Named(path)} comes in by '<<'; writing it here would hide what comes from there.";

    public static string Pair(string path) => $"{Named(path)} is a pair in a list without braces of its own, so that nothing can be added to it.";

    public static string NotInside(string path, string kind) => $"{Named(path)} holds {kind}, so nothing can stand below it.";

    public static string NoItem(string path, string step, int count) =>
        int.TryParse(step, out _) ? $"{Named(path)} has {count} {(count == 1 ? "item" : "items")}, counted from 0, and none with the number {step}."
            : $"{Named(path)} is a list; '{step}' is not the number of an item.";

    public static string NothingCounted(string path, string step) => $"{Named(path)} is not there, so it has no item with the number {step}.";

    public static string Overwrites(string path, string kind) => $"{Named(path)} holds {kind}, which would be lost.";

    public static string NotAList(string path, string kind) => $"{Named(path)} holds {kind}, where a list is needed to add an item.";

    public static string NoPlace(string path) => $"{Named(path)} is written in a way that leaves no sure place for a value.";

    public static string NotTakenAway(string path) => $"{Named(path)} is written in a way that leaves nothing sure behind where it is taken away.";

    public static string TwiceIn(string key) => $"The key '{key}' is given twice.";

    public static string HalfCharacter => "The text holds half of a character, which no file can store.";

    public static string NoNumber => "The number is not finite.";

    public static string WouldChange(string path) => $"The way the file is written leaves no sure place for the change: {Named(path, false)} would read differently afterwards.";

    public static string WouldBreak(string fault) => $"The way the file is written leaves no sure place for the change: afterwards it could not be read ({fault})";

    private static string Named(string path, bool begins = true) => path.Length > 0 ? $"'{path}'" : begins ? "The outermost value" : "the outermost value";
}
