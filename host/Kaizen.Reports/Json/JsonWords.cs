using System.Text;
using Kaizen.Statistics;

namespace Kaizen.Reports.Json;

/// <summary>The words of enums in JSON: <c>no_detectable_change</c>; verdicts are the three phrases of the method.</summary>
internal static class JsonWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Signal => "signal",
        Verdict.NoSignalYet => "no signal yet",
        _ => "not enough data",
    };

    public static string Of(Enum word)
    {
        var name = word.ToString();
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
