using System.Security.Cryptography;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Plugins;
using Kaizen.Definitions.Binding;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions;

/// <summary>Reads a plugin's <c>plugin.yaml</c>.</summary>
public static class PluginManifestReader
{
    private static readonly string[] Needed = ["id", "version", "contract", "assembly"];
    private static readonly string[] Keys = [.. Needed, "capabilities"];
    private static readonly string[] Kinds = ["hosts", "folders", "processes", "secrets"];

    /// <summary>The manifest, or null after faults.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">Receives the faults; they name the file as <paramref name="path"/> does, with forward slashes.</param>
    public static PluginManifest? Read(string path, DiagnosticBag faults)
    {
        var own = new FaultList(path.Replace('\\', '/'), null);
        var hash = new byte[SHA256.HashSizeInBytes];
        var manifest = SourceTextReader.Read(path, own, hash) is { } text && NodeReader.Read(text, own) is { } root ? Bind(root, path, own) : null;
        faults.AddRange(own.InOrder());
        return own.HasErrors || manifest is null ? null : manifest with { Sha256 = Convert.ToHexStringLower(hash) };
    }

    private static PluginManifest? Bind(Node root, string path, FaultList faults)
    {
        var fields = Fields.OfRoot(root, "a plugin manifest", Keys, faults);
        foreach (var key in Needed) fields.Missing(key, null);
        var contract = Fields.Of(fields.Entry("contract"), "the contract", ["min", "max"], faults);
        contract.Missing("min", "write the lowest version of the contract");
        contract.Missing("max", "write the highest version of the contract");
        var (min, max) = (Whole(contract, "min"), Whole(contract, "max"));
        if (min > max) contract.Fault("max", Catalogue.ContractReversed, null, min, max);
        var (id, version, assembly) = (fields.Text("id"), fields.Text("version"), fields.Text("assembly"));
        if (id is not null) Ids.Check(id, "a plugin", fields.At("id"), faults);
        if (assembly is not null && (assembly.IndexOfAny(['/', '\\', ':']) >= 0 || assembly is "." or ".."))
            fields.Fault("assembly", Catalogue.AssemblyOutside, "write the file's name alone", assembly);
        if (fields.Entry("contract") is { Value.IsEmpty: true } empty)
            faults.Add(Catalogue.KeyWithoutValue, empty.Key, "write { min: 1, max: 1 }", "contract");
        var capabilities = Capabilities(fields);
        return id is null || version is null || assembly is null || min is null || max is null
            ? null
            : new PluginManifest(id, version, min.Value, max.Value, assembly, Path.GetDirectoryName(Path.GetFullPath(path))!) { Capabilities = capabilities };
    }

    private static PluginCapabilities Capabilities(Fields fields)
    {
        if (fields.Entry("capabilities") is not { } entry) return PluginCapabilities.None;
        if (entry.Value.IsEmpty) fields.Faults.Add(Catalogue.KeyWithoutValue, entry.Key, "write { hosts: [api.example.org] }, or take the key away", "capabilities");
        var said = Fields.Of(entry, "the capabilities", Kinds, fields.Faults);
        foreach (var kind in said.Entries.Where(e => e.Value.IsEmpty && Kinds.Contains(e.Key.Value)))
            fields.Faults.Add(Catalogue.KeyWithoutValue, kind.Key, "write a list, or take the key away", kind.Key.Value);
        return new PluginCapabilities(said.Texts("hosts"), said.Texts("folders"), said.Texts("processes"), said.Texts("secrets"));
    }

    private static int? Whole(Fields fields, string key)
    {
        if (fields.Number(key) is not { } number) return null;
        if (number is >= 1 and <= 1_000_000 && number == Math.Floor(number)) return (int)number;
        fields.Fault(key, Catalogue.NotAWholeNumber, "count from 1", key, 1, Say.Number(number));
        return null;
    }
}
