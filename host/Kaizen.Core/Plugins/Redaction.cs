using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Kaizen.Abstractions;

namespace Kaizen.Core.Plugins;

/// <summary>
/// Takes secrets out of what a plugin says: the values themselves, their forms in addresses and headers, and the parts of a
/// connection string, each as it stands in a text. It may grow while it is used: a plugin sees a secret before all of its options are
/// filled.
/// </summary>
public sealed class Redaction
{
    /// <summary>What is shorter stands in ordinary words and numbers, so it could not be taken out of a text without spoiling it.</summary>
    public const int ShortestSecret = 4;

    private readonly Lock adding = new();
    private volatile IReadOnlyList<(string Hidden, string Shown)> forms = [];

    /// <summary>All secrets that were handed to any plugin of this process: what is printed without a word of whose it is.</summary>
    public static Redaction OfAll { get; } = new();

    /// <summary>From now on this one is taken out as well.</summary>
    public void Add(Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        lock (adding)
            forms = [.. FormsOf(secret.Reveal()).Select(f => (Hidden: f, Shown: secret.ToString())).Concat(forms).DistinctBy(f => f.Hidden).OrderByDescending(f => f.Hidden.Length)];
        if (this != OfAll) OfAll.Add(secret);
    }

    /// <summary>The text with the name of each secret in its place.</summary>
    public string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (hidden, shown) in forms) text = text.Replace(hidden, shown, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>The diagnostic without secrets.</summary>
    public Diagnostic Clean(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return forms.Count == 0 ? diagnostic : diagnostic with
        {
            Message = Clean(diagnostic.Message),
            Hint = diagnostic.Hint is null ? null : Clean(diagnostic.Hint),
            Details = [.. diagnostic.Details.Select(Clean)],
        };
    }

    private static IEnumerable<string> FormsOf(string value)
    {
        var parts = value.Split(';').Select(p => p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"', '\''));
        return parts.Concat(AddressParts(value)).Where(p => p.Length >= ShortestSecret).Append(value).SelectMany(Written).Where(f => f.Length > 0);
    }

    /// <summary>Who signs in and what is asked for in an address, as it is written: <c>//NAME:WORD@host/?KEY=WORD</c>.</summary>
    private static IEnumerable<string> AddressParts(string value)
    {
        var begin = value.IndexOf("://", StringComparison.Ordinal);
        if (begin < 0) return [];
        var rest = value[(begin + 3)..];
        var (query, sign) = (rest.IndexOf('?', StringComparison.Ordinal), rest.Split('/', '?')[0].LastIndexOf('@'));
        return rest[..Math.Max(sign, 0)].Split(':').Concat(query < 0 ? [] : rest[(query + 1)..].Split('&', '=', '#'));
    }

    private static IEnumerable<string> Written(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return new[]
        {
            value, Uri.EscapeDataString(value), Uri.UnescapeDataString(value), WebUtility.UrlEncode(value), WebUtility.HtmlEncode(value), HtmlEncoder.Default.Encode(value),
            JavaScriptEncoder.Default.Encode(value), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value), Convert.ToHexString(bytes), Convert.ToBase64String(bytes), Convert.ToBase64String(bytes).TrimEnd('='),
        }.Concat(WithinBase64(bytes));
    }

    /// <summary>What stands of it in a longer text in base 64, such as <c>name:secret</c> in a header, wherever it begins there.</summary>
    private static IEnumerable<string> WithinBase64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            // The characters at both ends share their bits with the neighbours.
            var (first, end) = (((before * 8) + 5) / 6, (before + bytes.Length) * 8 / 6);
            var text = Convert.ToBase64String([.. new byte[before], .. bytes])[first..end];
            if (text.Length < ShortestSecret) continue;
            yield return text;
            yield return text.Replace('+', '-').Replace('/', '_');
        }
    }
}
