using System.Globalization;
using System.Text;
using Kaizen.Core.Cycles;
using Kaizen.Core.Metrics;

namespace Kaizen.Store.Ledger;

/// <summary>The canonical text of a cycle's predictions, one a line: what is hashed when they are locked.</summary>
internal static class PredictionText
{
    /// <summary>The text, or null where the cycle predicts nothing.</summary>
    public static string? Of(Cycle cycle)
    {
        var text = new StringBuilder();
        foreach (var metric in cycle.Metrics)
            if (metric.Prediction is { } p) Append($"metric {metric.Name}", p);
        foreach (var countermeasure in cycle.Plan.Countermeasures)
            if (countermeasure.Predicts is { } p) Append($"countermeasure {countermeasure.Id}", p);
        return text.Length == 0 ? null : text.ToString();

        void Append(string of, Prediction p) => text.Append(CultureInfo.InvariantCulture,
            $"{of}: expect {p.Expect:R}, between [{p.Low:R}, {p.High:R}], confidence {p.Confidence:R}, because {p.Because?.ReplaceLineEndings(" ").Trim()}\n");
    }
}
