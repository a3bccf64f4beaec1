using System.Reflection;
using Kaizen.Abstractions;

namespace Kaizen.Core.Diagnostics;

/// <summary>Every message of the product, numbered once. Each area has its own file.</summary>
public static partial class Catalogue
{
    /// <summary>All messages by code.</summary>
    public static IReadOnlyDictionary<string, Message> ByCode => Index.Value;

    private static readonly Lazy<IReadOnlyDictionary<string, Message>> Index = new(() =>
        typeof(Catalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(Message))
            .Select(f => (Message)f.GetValue(null)!)
            .ToDictionary(m => m.Code, StringComparer.Ordinal));

    private static Message Error(string code, string format, string why, string? wayOut = null) => new(code, Severity.Error, format, why, wayOut);

    private static Message Information(string code, string format, string why, string? wayOut = null) => new(code, Severity.Information, format, why, wayOut);

    private static Message Warning(string code, string format, string why, string? wayOut = null) => new(code, Severity.Warning, format, why, wayOut);
}
