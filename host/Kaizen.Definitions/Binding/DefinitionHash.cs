using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>One hash for what a cycle's evidence was computed from: its file and what that takes from elsewhere.</summary>
internal static class DefinitionHash
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    /// <param name="text">The file with LF line ends and without a byte order mark, so that a checkout on Windows hashes the same.</param>
    /// <param name="uses">Canonical text of what it uses.</param>
    public static string Of(string text, string uses)
    {
        var utf8 = Encoding.UTF8;
        var rented = ArrayPool<byte>.Shared.Rent(utf8.GetMaxByteCount(text.Length) + 1 + utf8.GetMaxByteCount(uses.Length));
        var length = utf8.GetBytes(text, rented);
        // A zero byte cannot be in either text, so it parts them.
        rented[length++] = 0;
        length += utf8.GetBytes(uses, rented.AsSpan(length));
        var hash = Convert.ToHexStringLower(SHA256.HashData(rented.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }
}
