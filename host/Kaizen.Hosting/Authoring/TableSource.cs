using System.Security.Cryptography;
using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>A source of the workspace for a table: one that reads the file already, or a new one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Path of the file, from the workspace, with forward slashes.</param>
public sealed record TableSource(string Name, string Path)
{
    /// <summary>What is added to <c>kaizen.yaml</c>; nothing where the source is there.</summary>
    public IReadOnlyList<YamlEdit> Edits { get; init; } = [];

    /// <summary>The copy that has to be made, or null where the file lies in the workspace.</summary>
    public (string From, string To)? Copy { get; init; }

    /// <summary>The source for a table whose time column and end are known.</summary>
    public static TableSource Of(string folder, TableLook table, string time, Measured measured, Names names)
    {
        var lies = Inside(folder, table.File);
        var path = lies ? System.IO.Path.GetRelativePath(folder, table.File).Replace('\\', '/') : $"data/{System.IO.Path.GetFileName(table.File)}";
        if (names.Reading(path) is { Time: { } column } known && column.Text == time) return new TableSource(known.Name, path) { Copy = lies || File.Exists(System.IO.Path.Combine(folder, path)) ? null : (table.File, path) };
        var name = names.Source(System.IO.Path.GetFileNameWithoutExtension(table.File));
        var with = TableReader.Options(table, path).Select(o => (o.Name, o.Values.Count == 1 ? YamlValue.Of(o.Values[0]) : YamlValue.Items(o.Values.Select(YamlValue.Of))));
        List<(string, YamlValue)> keys = [("use", YamlValue.Of("csv")), ("with", YamlValue.Of(with)), ("time", YamlValue.Of(time))];
        if (measured.KnownUntil is { } until) keys.Add(("known_until", YamlValue.Of(until)));
        if (measured.Unread > 0) keys.Add(("bad_rows", YamlValue.Of("leave_out")));
        var same = !lies && Same(table.File, System.IO.Path.Combine(folder, path));
        return new TableSource(name, path)
        {
            Edits = [new YamlEdit.Set(EditPath.Of("sources", name), YamlValue.Of(keys))],
            Copy = lies || same ? null : (table.File, path),
        };
    }

    /// <summary>Whether a file lies in the workspace.</summary>
    public static bool Inside(string folder, string file) =>
        System.IO.Path.GetRelativePath(folder, file) is var inside && !inside.StartsWith("..", StringComparison.Ordinal) && !System.IO.Path.IsPathRooted(inside);

    /// <summary>The source for a number that people write down by hand, with the file that takes it.</summary>
    public static (TableSource Source, (string Path, string Text)? File) ByHand(string folder, string number, Names names)
    {
        var name = Names.Metric(number);
        var path = $"data/{name}.csv";
        if (names.Reading(path) is { } known) return (new TableSource(known.Name, path), null);
        var source = names.Source(name);
        var edit = new YamlEdit.Set(EditPath.Of("sources", source), YamlValue.Of(("use", YamlValue.Of("csv")), ("with", YamlValue.Of(("path", YamlValue.Of(path)))), ("time", YamlValue.Of("date"))));
        return (new TableSource(source, path) { Edits = [edit] }, File.Exists(System.IO.Path.Combine(folder, path)) ? null : (path, "date,value\n"));
    }

    private static bool Same(string one, string other)
    {
        if (!File.Exists(other) || new FileInfo(one).Length != new FileInfo(other).Length) return false;
        using var first = File.OpenRead(one);
        using var second = File.OpenRead(other);
        return SHA256.HashData(first).AsSpan().SequenceEqual(SHA256.HashData(second));
    }
}
