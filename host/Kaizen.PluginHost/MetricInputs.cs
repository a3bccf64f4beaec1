using Kaizen.Abstractions;
using Kaizen.PluginHost.Options;

namespace Kaizen.PluginHost;

/// <summary>What a metric reads, for people who have not used it yet.</summary>
public static class MetricInputs
{
    /// <summary>
    /// The inputs that it has with its required options alone, in whose place names and small numbers are made up: a metric says what it
    /// reads once it has options. Null where it does not work with those, or has not said it in time.
    /// </summary>
    /// <param name="offer">The metric.</param>
    /// <param name="patience">How long its code is given; then it is left behind, as one that hangs while it is loaded.</param>
    public static IReadOnlyList<KnownInput>? Of(Offer.OfMetric offer, TimeSpan patience)
    {
        IReadOnlyList<KnownInput>? inputs = null;
        var thread = new Thread(() => inputs = Ask(offer)) { IsBackground = true, Name = "Kaizen plugin" };
        thread.Start();
        return thread.Join(patience) ? inputs : null;
    }

    private static IReadOnlyList<KnownInput>? Ask(Offer.OfMetric offer)
    {
        try
        {
            var options = Activator.CreateInstance(offer.OptionsType)!;
            foreach (var option in offer.Options.Where(o => o.Required)) option.Property.SetValue(options, MadeUp.Of(option, MadeUpSize.Likely));
            var faults = new OptionFaults();
            (options as IValidated)?.Validate(faults);
            if (faults.All.Count > 0) return null;
            var expressions = offer.Options.Where(o => o is { Kind: OptionKind.Expression, IsList: false })
                .Select(o => (o.Name, (o.Property.GetValue(options) as ExpressionText)?.Text)).ToList();
            return [.. offer.Create(options).Inputs.Select(i => new KnownInput(i.Name,
                [.. i.Columns.Select(c => new KnownColumn(expressions.Find(e => e.Text == c.Value.Text).Name, c.Value.Text, c.Type))]))];
        }
        catch (Exception)
        {
            // It may well not work with what is made up; that is no fault of it.
            return null;
        }
    }
}

/// <summary>Rows that a metric reads.</summary>
/// <param name="Name">As it stands under <c>inputs:</c>.</param>
/// <param name="Columns">What it takes of each row.</param>
public sealed record KnownInput(string Name, IReadOnlyList<KnownColumn> Columns);

/// <summary>What a metric takes of each row.</summary>
/// <param name="Option">The option that says it; null where the plugin does.</param>
/// <param name="Expression">The row expression.</param>
/// <param name="Type">What it must be.</param>
public sealed record KnownColumn(string? Option, string Expression, ColumnType Type);
