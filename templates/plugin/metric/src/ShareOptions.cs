using Kaizen.Abstractions;

namespace PluginNameMetrics;

/// <summary>What may stand under <c>with:</c>.</summary>
public sealed record ShareOptions : IValidated
{
    [Option("The number that is compared.")]
    public required ExpressionText Value { get; init; }

    [Option("The limit, 0 or more; default 0.")]
    public double Above { get; init; }

    public void Validate(OptionFaults faults)
    {
        if (Above < 0) faults.Add(nameof(Above), "The limit is below 0.", "0 or more");
    }
}
