using System.Xml;

namespace Kaizen.Plugin.Excel;

/// <summary>The names of elements and attributes, which a reader of XML never forgets: a sheet has some dozens of them.</summary>
internal sealed class FewNames : NameTable
{
    private const int MostLetters = 1 << 20;
    private int letters;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known) return known;
        Count(len);
        return base.Add(key, start, len);
    }

    public override string Add(string key)
    {
        if (Get(key) is { } known) return known;
        Count(key.Length);
        return base.Add(key);
    }

    private void Count(int length)
    {
        letters += length + 16;
        if (letters > MostLetters) throw new InvalidDataException("its XML has more names than a spreadsheet writes");
    }
}
