using Kaizen.Core.Diagnostics;

namespace Kaizen.Definitions.Binding;

/// <summary>Numbers of a rate are fractions; a percent typed for one is told apart.</summary>
internal static class Fractions
{
    /// <summary>Reports a number outside [<paramref name="lowest"/>, 1].</summary>
    public static void Check(Fields fields, string key, double? number, bool applies, int lowest)
    {
        if (applies && number is { } value && !(value >= lowest && value <= 1)) fields.Fault(key, Catalogue.FractionRange, Hint(value), key, lowest, Say.Number(value));
    }

    public static string? Hint(double value) => value is > 1 and <= 100 ? $"for {Say.Number(value)} % write {Say.Number(value / 100)}" : null;
}
