using System.Text;

namespace Kaizen.Plugins.Tests.Excel;

/// <summary>Writes a sheet in the oldest of the binary formats: records one after another, each with its kind and length.</summary>
internal static class OldWorkbook
{
    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Of(object?[][] rows)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Record(writer, 0x0009, [2, 0, 0x10, 0]);
        Record(writer, 0x0042, [0xE4, 0x04]);
        for (ushort r = 0; r < rows.Length; r++)
            for (ushort c = 0; c < rows[r].Length; c++)
            {
                byte[] at = [.. BitConverter.GetBytes(r), .. BitConverter.GetBytes(c), 0, 0, 0];
                if (rows[r][c] is string text)
                {
                    var encoded = Encoding.GetEncoding(1252).GetBytes(text);
                    Record(writer, 0x0004, [.. at, (byte)encoded.Length, .. encoded]);
                }
                else if (rows[r][c] is { } number)
                {
                    Record(writer, 0x0003, [.. at, .. BitConverter.GetBytes(Convert.ToDouble(number))]);
                }
            }

        Record(writer, 0x000A, []);
        return bytes.ToArray();
    }

    private static void Record(BinaryWriter writer, ushort kind, byte[] content)
    {
        writer.Write(kind);
        writer.Write((ushort)content.Length);
        writer.Write(content);
    }
}
