using Kaizen.Abstractions;

namespace Kaizen.Plugin.Shared;

/// <summary>Several files are one source only where they have the same columns: in any order, none more, none less.</summary>
internal static class SameColumns
{
    /// <summary>Compares a file with the first one.</summary>
    /// <exception cref="SourceException">One of them has a column that the other lacks.</exception>
    public static void Check(InputFile first, IReadOnlyList<string> names, InputFile other, IReadOnlyList<string> others)
    {
        var (missing, added) = (names.Except(others).ToList(), others.Except(names).ToList());
        if (missing.Count == 0 && added.Count == 0) return;
        var (column, has, lacks) = missing.Count > 0 ? (missing[0], first, other) : (added[0], other, first);
        throw new SourceException($"The files '{first.Written}' and '{other.Written}' do not have the same columns: '{column}' is in '{has.Written}' and not in '{lacks.Written}'.", "give them one header, or make two sources of them");
    }
}
