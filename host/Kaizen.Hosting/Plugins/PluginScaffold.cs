using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kaizen.Core.Diagnostics;
using Kaizen.Hosting.Define;
using Kaizen.Store;

namespace Kaizen.Hosting.Plugins;

/// <summary>Writes the project of a new plugin: it builds and passes its tests as it stands, wherever it lies.</summary>
public static partial class PluginScaffold
{
    /// <summary>What is written for a plugin's name, in YAML and in C#, and for the folder of packages.</summary>
    private const string Id = "plugin-name", Class = "PluginName", Packages = "packages-folder";

    /// <summary>Where the packages lie in the scaffold.</summary>
    private const string PackagesFolder = "packages";

    /// <summary>Writes it into a new folder below <paramref name="below"/>; null with a diagnostic where nothing was written.</summary>
    /// <param name="name">The plugin's name.</param>
    /// <param name="kind"><c>source</c> or <c>metric</c>.</param>
    /// <param name="below">The folder that gets it.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The new folder.</returns>
    public static string? Write(string name, string kind, string below, DiagnosticBag faults)
    {
        if (Unfit(name) is { } why)
        {
            faults.Add(Catalogue.PluginNameUnfit.At(null, name, why));
            return null;
        }

        var target = Path.Combine(Path.GetFullPath(below), name);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            faults.Add(Catalogue.ScaffoldThere.At(null, Path.Combine(below, name)));
            return null;
        }

        var (template, sdk) = (Path.Combine(AppContext.BaseDirectory, "templates", "plugin"), Path.Combine(AppContext.BaseDirectory, "sdk"));
        string[] parts = [Path.Combine(template, "common"), Path.Combine(template, kind)];
        if (Lacking([.. parts, sdk]) is { } lacking)
        {
            faults.Add(Catalogue.SdkMissing.At(null, $"the folder '{lacking}' is not there or empty"));
            return null;
        }

        try
        {
            foreach (var part in parts) Fill(part, target, name);
            Directory.CreateDirectory(Path.Combine(target, PackagesFolder));
            foreach (var package in Directory.EnumerateFiles(sdk, "*.nupkg"))
                AtomicFile.Write(Path.Combine(target, PackagesFolder, Path.GetFileName(package)), File.ReadAllBytes(package));
            return target;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Catalogue.StoreUnwritable.At(null, fault.Message.TrimEnd('.')));
            return null;
        }
    }

    /// <summary>The name as a class has it: <c>acme-crm</c> is <c>AcmeCrm</c>.</summary>
    internal static string ClassOf(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    private static string? Unfit(string name) =>
        name.Length is < 2 or > 40 ? "it has to have 2 to 40 characters"
        : !NamePattern().IsMatch(name) ? "it may have lower-case letters, digits and single hyphens, and begins with a letter"
        : PluginFolders.Of(null).Any(p => p.Origin == PluginHost.PluginOrigin.Install && p.Id == name) ? "a plugin of this name came with Kaizen"
        : null;

    private static string? Lacking(IEnumerable<string> folders) =>
        folders.FirstOrDefault(f => !Directory.Exists(f) || !Directory.EnumerateFileSystemEntries(f).Any());

    private static void Fill(string template, string target, string name)
    {
        string Named(string text) => text.Replace(Packages, PackagesFolder, StringComparison.Ordinal).Replace(Id, name, StringComparison.Ordinal).Replace(Class, ClassOf(name), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(template, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Order(StringComparer.Ordinal))
            AtomicFile.Write(Path.Combine(target, Named(Path.GetRelativePath(template, file))), Encoding.UTF8.GetBytes(Named(File.ReadAllText(file))));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z")]
    private static partial Regex NamePattern();
}
