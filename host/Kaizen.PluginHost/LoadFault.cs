using System.Globalization;
using System.Reflection;
using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost;

/// <summary>How far a plugin came while it was loaded.</summary>
internal enum LoadStep
{
    /// <summary>Its files are looked at; none of its code has run.</summary>
    Files,

    /// <summary>Its class is made.</summary>
    Constructor,

    /// <summary>It says what it offers.</summary>
    Register,
}

/// <summary>Why a plugin does not load, each reason with its own way out.</summary>
internal static class LoadFault
{
    public const string CopyAgain = "copy all of the build's output folder again; where that does not help, build it again";
    public const string OnlyTheContract = "take the reference away: the contract is all that a plugin may see";
    public const string WithLibraries = "copy all of the build's output folder, or set EnableDynamicLoading in the project and build again";
    public const string WithNatives = "copy all of the build's output folder with 'runtimes', or install what the plugin's README asks for";
    public const string NameAssembly = "name the plugin's own assembly under 'assembly:'";
    public static readonly string ForThisNet = $"build it for net{Environment.Version.Major}.0, or update Kaizen";

    public static PluginState.Faulty NoAssembly(PluginManifest manifest)
    {
        var others = Libraries(manifest).Take(5).ToList();
        return new PluginState.Faulty($"its folder has no {manifest.Assembly}", others.Count == 0
            ? "copy what the build put into its output folder, all of it" : $"plugin.yaml names it under 'assembly:'; there are {string.Join(", ", others)}");
    }

    public static PluginState.Faulty Unread(string assembly) => new($"{assembly} is damaged or no .NET assembly", CopyAgain);

    public static PluginState.Faulty Late(TimeSpan patience) => new(
        string.Create(CultureInfo.InvariantCulture, $"it did not finish loading within {patience.TotalSeconds:0.#} seconds"),
        "let its constructor and Register do no work: files, networks and waiting belong where its sources are read");

    public static PluginState.Faulty NotOne(string assembly, int count) => new(
        $"{assembly} has {count} public classes that implement IPlugin instead of one",
        count == 0 ? $"make the class that implements IPlugin public, or {NameAssembly}" : "keep one of them public and let it register what the others offer");

    public static PluginState.Faulty NoConstructor(string type) => new(
        $"{type} has no public constructor without parameters", "give it one that takes nothing; what a source needs comes with its options");

    /// <summary>Whatever a plugin throws while it is loaded is its own fault and stays its own.</summary>
    public static PluginState.Faulty Thrown(Exception thrown, LoadStep step, PluginManifest manifest) => PluginGate.CauseOf(thrown) switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Thrown(first, step, manifest),
        FileNotFoundException { FileName: { } name } when Wanted(name) is { } library => Without(library, manifest),
        FileLoadException { FileName: { } name } when Wanted(name) is { } library => Without(library, manifest),
        DllNotFoundException e => new(Words(e), WithNatives),
        BadImageFormatException e => Unread(NameOf(e.FileName, manifest) ?? Unreadable(manifest) ?? manifest.Assembly),
        TypeLoadException or MissingMemberException => new(Words(PluginGate.CauseOf(thrown)), "build it again with the packages of this Kaizen, and copy all of the output folder"),
        IOException or UnauthorizedAccessException when step == LoadStep.Files => new(Words(PluginGate.CauseOf(thrown)), "let whoever runs Kaizen read every file of the folder"),
        // What reads the tables of a damaged assembly throws whatever it stumbles over.
        var e when step == LoadStep.Files => Unreadable(manifest) is { } file ? Unread(file) : new(Words(e), CopyAgain),
        var e when step == LoadStep.Constructor => new($"its constructor threw {Words(e)}", "let the constructor do no work: files, networks and settings belong into its sources and metrics"),
        var e => new($"its Register threw {Words(e)}", "let Register only say what there is: files, networks and settings belong into its sources and metrics"),
    };

    /// <summary>The first library of the folder, the plugin's own before the others, that cannot be read; null where all can.</summary>
    public static string? Unreadable(PluginManifest manifest) =>
        Libraries(manifest).OrderBy(f => f != manifest.Assembly).FirstOrDefault(f => !IsReadable(Path.Combine(manifest.Folder, f)));

    private static PluginState.Faulty Without(AssemblyName library, PluginManifest manifest) => new(
        File.Exists(Path.Combine(manifest.Folder, $"{library.Name}.dll"))
            ? $"it needs {library.Name} {library.Version}, and the {library.Name}.dll in its folder is another"
            : $"it needs {library.Name} {library.Version}, and there is no {library.Name}.dll",
        WithLibraries);

    /// <summary>The assembly that was looked for; null for another file, which the plugin itself wanted to read.</summary>
    private static AssemblyName? Wanted(string name) => name.Contains(", Version=", StringComparison.Ordinal) ? new AssemblyName(name) : null;

    private static string? NameOf(string? named, PluginManifest manifest)
    {
        if (named is null) return null;
        var file = Wanted(named) is { } assembly ? $"{assembly.Name}.dll" : Path.GetFileName(named);
        return File.Exists(Path.Combine(manifest.Folder, file)) ? file : null;
    }

    private static bool IsReadable(string file)
    {
        try
        {
            _ = PluginReferences.References(file);
            return true;
        }
        catch (Exception)
        {
            // Whatever it was, the file is not what an assembly should be.
            return false;
        }
    }

    private static IEnumerable<string> Libraries(PluginManifest manifest) =>
        Directory.EnumerateFiles(manifest.Folder, "*.dll").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Words(Exception cause) => $"{cause.GetType().Name}: {cause.Message.TrimEnd('.')}";
}
