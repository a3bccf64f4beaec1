using Kaizen.Definitions.Editing;

namespace Kaizen.Hosting.Authoring;

/// <summary>Writes a key with its value as lines, quoted where that is needed, by the same rules as an edit.</summary>
internal static class YamlLines
{
    /// <summary>The lines, without margin and line ends.</summary>
    public static IReadOnlyList<string> Of(string key, YamlValue value) =>
        YamlEditor.Apply("", [new YamlEdit.Set(EditPath.Of(key), value)]) is EditResult.Done done
            ? done.Text.TrimEnd('\n').Split('\n')
            : throw new ArgumentException($"A value that no YAML can hold: {key}.", nameof(value));
}
