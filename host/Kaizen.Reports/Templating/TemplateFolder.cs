using System.Security.Cryptography;
using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Reports.Templating;
using Scriban;

namespace Kaizen.Reports;

/// <summary>
/// A folder of templates, read once, and parsed at the first sheet: a run that renders nothing needs the hash only. Names are paths inside the folder without ending, such as
/// <c>a3/parts/header</c>. Only files that really lie inside it are known, so nothing else can be included.
/// </summary>
public sealed class TemplateFolder
{
    private const int LargestFile = 1024 * 1024;
    private const string Ending = ".sbn-html";
    private readonly Lazy<Dictionary<string, ParsedTemplate>> byName;

    /// <summary>Reads every template of a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="TemplateException">The folder is missing or a file cannot be taken; all faults are named.</exception>
    public TemplateFolder(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(root)) throw new TemplateException([Catalogue.NoTemplateFolder.At(null, path)]);
        var faults = new DiagnosticBag();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Files(root, faults).ToList();
        if (faults.HasErrors) throw new TemplateException(faults.All);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }

        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        byName = new(() => Parse(files));
    }

    /// <summary>SHA-256 over names and contents, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>The templates that come with the product, beside the executable.</summary>
    public static TemplateFolder BuiltIn() => new(Path.Combine(AppContext.BaseDirectory, "templates"));

    /// <summary>Parses the templates and readies the reading of prose now, so that the first sheet waits for neither.</summary>
    /// <exception cref="TemplateException">A template cannot be parsed; all faults of all templates are named.</exception>
    public void Prepare()
    {
        _ = byName.Value;
        _ = Text.MarkdownText.Render("A *word*.\n\n- of prose", 2, 40);
    }

    /// <summary>The parsed templates.</summary>
    /// <exception cref="TemplateException">A template cannot be parsed; all faults of all templates are named.</exception>
    internal IReadOnlyDictionary<string, ParsedTemplate> Templates => byName.Value;

    internal ParsedTemplate? Find(string name) => Templates.GetValueOrDefault(NameOf(name));

    private static Dictionary<string, ParsedTemplate> Parse(List<(string Name, byte[] Bytes)> files)
    {
        var faults = new DiagnosticBag();
        var parsed = new Dictionary<string, ParsedTemplate>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
        {
            var text = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').ReplaceLineEndings("\n");
            var template = Template.Parse(text, name);
            if (template.HasErrors) faults.AddRange(template.Messages.Select(m => Faults.Of(m, text)));
            parsed[NameOf(name)] = new ParsedTemplate(name, text, template);
        }

        return faults.HasErrors ? throw new TemplateException(faults.All) : parsed;
    }

    private static string NameOf(string file) => file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length] : file;

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string root, DiagnosticBag faults)
    {
        // Links are not followed: a link is the one way in which a name inside could show a file outside.
        var walk = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 8 };
        var names = Directory.EnumerateFiles(root, "*", walk)
            .Where(f => f.EndsWith(Ending, StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var file = new FileInfo(Path.Combine(root, name));
            if (file.Length > LargestFile)
                faults.Add(Catalogue.TemplateTooLarge.At(new SourceSpan(name, 1, 1), name, file.Length, LargestFile));
            else
                yield return (name, File.ReadAllBytes(file.FullName));
        }
    }
}

/// <summary>A template with its text, which diagnostics quote.</summary>
internal sealed record ParsedTemplate(string File, string Text, Template Template);
