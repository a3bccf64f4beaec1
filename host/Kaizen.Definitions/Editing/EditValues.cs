namespace Kaizen.Definitions.Editing;

/// <summary>Whether a value can be written at all.</summary>
internal static class EditValues
{
    /// <exception cref="RefusedException">It cannot.</exception>
    public static void Check(YamlEdit edit)
    {
        foreach (var step in edit.Path.Segments) Whole(step);
        if (edit is YamlEdit.Append append) Check(append.Item);
        else if (edit is YamlEdit.Set set) Check(set.Value);
    }

    private static void Check(YamlValue value)
    {
        switch (value)
        {
            case YamlValue.Text text:
                Whole(text.Value);
                break;
            case YamlValue.Number number when !double.IsFinite(number.Value):
                throw new RefusedException(Reasons.NoNumber, null);
            case YamlValue.Map map:
                var keys = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (key, inner) in map.Entries)
                {
                    Whole(key);
                    if (!keys.Add(key)) throw new RefusedException(Reasons.TwiceIn(key), null);
                    Check(inner);
                }

                break;
            case YamlValue.List list:
                foreach (var item in list.Values) Check(item);
                break;
        }
    }

    private static void Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) throw new RefusedException(Reasons.HalfCharacter, null);
            i++;
        }
    }
}
