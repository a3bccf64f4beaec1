using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Core.Plugins;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>Finds the sources and expressions of a plugin's metric; every fault at its place in the YAML, before any I/O.</summary>
/// <param name="metric">As a person wrote it.</param>
/// <param name="bound">Its options.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class MetricOpener(Metric metric, BoundOptions bound, DiagnosticBag faults)
{
    private readonly PluginMeasure written = metric.Measure.Plugin!;

    /// <summary>The inputs in the plugin's order, or null after a fault.</summary>
    /// <param name="declared">What the metric says that it reads.</param>
    /// <param name="type">Name of the metric in its plugin.</param>
    public IReadOnlyList<OpenedInput>? Inputs(IReadOnlyList<MetricInput> declared, string type)
    {
        if (declared is null || declared.Any(i => string.IsNullOrEmpty(i?.Name) || i.Columns is null || i.Columns.Any(c => c?.Value?.Text is null || !Enum.IsDefined(c.Type))))
            throw new ContractException("it names an input without a name or columns, or a column without an expression or type");
        if (declared.Count == 0 || declared.DistinctBy(i => i.Name).Count() < declared.Count)
            throw new ContractException(declared.Count == 0 ? "it reads nothing" : "it names two inputs alike");
        var before = faults.All.Count;
        var names = declared.Select(i => i.Name).ToList();
        var missing = written.Inputs.Count == 0 ? declared.Count > 1 ? names : [] : names.Except(written.Inputs.Select(i => i.Name.Text)).ToList();
        foreach (var input in written.Inputs.Where(i => !names.Contains(i.Name.Text)))
        {
            // What is misspelled is there: that it is missing too would be told of one slip twice.
            var near = Nearest.To(input.Name.Text, missing);
            if (near is not null) missing.Remove(near);
            faults.Add(Catalogue.UnknownInput.Hinting(near is null ? Whole(names) : $"did you mean '{near}'?", input.Name.At, type, input.Name.Text, Listed(names)));
        }

        if (missing.Count > 0) faults.Add(Catalogue.MissingInput.Hinting(Whole(names), written.Use.At, metric.Name, Listed(missing)));
        return faults.All.Count > before ? null : Columns(declared, before);
    }

    /// <summary>The inputs as they should be written, with the sources that are known.</summary>
    private string Whole(IEnumerable<string> names) =>
        $"write 'inputs: {{ {string.Join(", ", names.Select(n => $"{n}: {written.Inputs.FirstOrDefault(i => i.Name.Text == n)?.Source.Name ?? "SOURCE"}"))} }}'";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    private List<OpenedInput>? Columns(IReadOnlyList<MetricInput> declared, int before)
    {
        var opened = declared.Select(input =>
        {
            var place = written.Inputs.FirstOrDefault(i => i.Name.Text == input.Name);
            return new OpenedInput(place?.Source ?? metric.Source, place?.Time ?? metric.Time,
                [.. input.Columns.Select(c => (Value: Expression(c.Value.Text)!, c.Type))]);
        }).ToList();
        return faults.All.Count > before ? null : opened;
    }

    /// <summary>What a person wrote at its place; what the plugin made up, at the metric.</summary>
    private RowExpression? Expression(string text) =>
        bound.Expressions.GetValueOrDefault(text) ?? RowExpression.Parse(text, metric.At with { Length = Math.Max(1, metric.At.Length) }, faults);
}
