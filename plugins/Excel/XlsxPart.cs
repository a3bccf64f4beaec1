using System.Xml;

namespace Kaizen.Plugin.Excel;

/// <summary>The XML of a part, and what holds it within bounds.</summary>
internal sealed class XlsxPart : IDisposable
{
    private readonly BoundedStream bytes;

    public XlsxPart(BoundedStream bytes)
    {
        this.bytes = bytes;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true, NameTable = new FewNames() };
        settings.NameTable.Add(XlsxParts.Main);
        Xml = XmlReader.Create(bytes, settings);
    }

    public XmlReader Xml { get; }

    /// <summary>Moves to what stands next, which begins an item.</summary>
    public bool Read()
    {
        bytes.Begin();
        return Xml.Step();
    }

    /// <summary>Reads what is left of it without a look at it, so that its checksum is known.</summary>
    public void End()
    {
        var buffer = new byte[1 << 16];
        do bytes.Begin();
        while (bytes.Read(buffer) > 0);
    }

    public void Dispose() => Xml.Dispose();
}
