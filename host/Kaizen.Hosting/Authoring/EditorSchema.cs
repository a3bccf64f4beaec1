using System.Text;
using Kaizen.Definitions.Schema;
using Kaizen.Store;

namespace Kaizen.Hosting.Authoring;

/// <summary>Keeps <c>.kaizen/schema.json</c>, which the first lines of <c>kaizen.yaml</c> and of cycles name for editors, in step with this version.</summary>
public static class EditorSchema
{
    private static readonly Lazy<byte[]> Text = new(() => Encoding.UTF8.GetBytes(SchemaText.Of()));

    /// <summary>Writes it where it is missing or of another version. It is a help while typing, so a disk that does not take it stops nobody.</summary>
    /// <param name="folder">Folder of the workspace.</param>
    /// <returns>Whether it is there now.</returns>
    public static bool Keep(string folder)
    {
        var path = Path.Combine([folder, .. SchemaText.Place.Split('/')]);
        try
        {
            AtomicFile.Write(path, Text.Value);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Composes the text ahead of its use.</summary>
    internal static void Prepare() => _ = Text.Value;
}
