using System.Net;

namespace Kaizen.Web;

/// <summary>What a host is asked to serve.</summary>
/// <param name="Folders">Absolute paths of the workspaces.</param>
/// <param name="Out">Where pages go, or null for <c>out</c> in each workspace.</param>
/// <param name="Address">The address to listen on: one of this machine alone, until the page has a sign-in.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
/// <param name="JsonLog">Whether the log is one JSON object a line.</param>
public sealed record ServeOptions(IReadOnlyList<string> Folders, string? Out, IPAddress Address, int Port, bool JsonLog)
{
    /// <summary>The port of a host that names none.</summary>
    public const int DefaultPort = 5280;

    /// <summary>The loopback address that a text names, or null.</summary>
    public static IPAddress? Loopback(string text) =>
        text.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) && IPAddress.IsLoopback(address) ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) : null;
}
