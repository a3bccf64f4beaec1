using System.Security.Cryptography;
using System.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>One hash for what a cycle's evidence was computed from: its file and what that takes from elsewhere.</summary>
internal static class DefinitionHash
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    /// <param name="text">The file with LF line ends and without a byte order mark, so that a checkout on Windows hashes the same.</param>
    /// <param name="uses">Canonical text of what it uses.</param>
    public static string Of(string text, string uses) =>
        // A zero byte cannot be in either text, so it parts them.
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\0{uses}")));
}
