using System.Security.Cryptography;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Reports.Templating;
using Scriban;

namespace Kaizen.Reports;

/// <summary>
/// A folder of templates, read and parsed once. Names are paths inside the folder without ending, such as
/// <c>a3/parts/header</c>. Only files that really lie inside it are known, so nothing else can be included.
/// </summary>
public sealed class TemplateFolder
{
    private const int LargestFile = 1024 * 1024;
    private const string Ending = ".sbn-html";
    private readonly Dictionary<string, ParsedTemplate> byName = new(StringComparer.Ordinal);

    /// <summary>Reads and parses every template of a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="TemplateException">The folder is missing or templates cannot be read; all faults are named.</exception>
    public TemplateFolder(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(root)) throw new TemplateException([Catalogue.NoTemplateFolder.At(null, path)]);
        var faults = new DiagnosticBag();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in Files(root, faults))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
            var text = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').ReplaceLineEndings("\n");
            var template = Template.Parse(text, name);
            foreach (var message in template.Messages)
            {
                if (template.HasErrors) faults.Add(Faults.Of(message, text));
            }

            byName[NameOf(name)] = new ParsedTemplate(name, text, template);
        }

        if (faults.HasErrors) throw new TemplateException(faults.All);
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 over names and contents, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>The templates that come with the product, beside the executable.</summary>
    public static TemplateFolder BuiltIn() => new(Path.Combine(AppContext.BaseDirectory, "templates"));

    internal IReadOnlyDictionary<string, ParsedTemplate> Templates => byName;

    internal ParsedTemplate? Find(string name) => byName.GetValueOrDefault(NameOf(name));

    private static string NameOf(string file) => file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : file;

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string root, DiagnosticBag faults)
    {
        // Links are not followed: a link is the one way in which a name inside could show a file outside.
        var walk = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 8 };
        var files = Directory.EnumerateFiles(root, "*", walk)
            .Where(f => f.EndsWith(Ending, StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetRelativePath(root, f).Replace('\\', '/'), File: new FileInfo(f)))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            if (file.Length > LargestFile)
                faults.Add(Catalogue.TemplateTooLarge.At(new SourceSpan(name, 1, 1), name, file.Length, LargestFile));
            else
                yield return (name, File.ReadAllBytes(file.FullName));
        }
    }
}

/// <summary>A template with its text, which diagnostics quote.</summary>
internal sealed record ParsedTemplate(string File, string Text, Template Template);
