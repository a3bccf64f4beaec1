using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Kaizen.Tests.PluginHost;

/// <summary>Assemblies as a later SDK would write them.</summary>
internal static class Patched
{
    /// <summary>Lets an assembly refer to the core library of another .NET.</summary>
    public static void CoreOf(string file, ushort major)
    {
        var bytes = File.ReadAllBytes(file);
        using (var image = new PEReader(new MemoryStream(bytes)))
        {
            var metadata = image.GetMetadataReader();
            var row = metadata.AssemblyReferences.Select((r, i) => (Name: metadata.GetString(metadata.GetAssemblyReference(r).Name), Row: i)).First(r => r.Name == "System.Runtime").Row;
            // The major version is the first column of the table.
            var at = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + row * metadata.GetTableRowSize(TableIndex.AssemblyRef);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), major);
        }

        File.WriteAllBytes(file, bytes);
    }
}
