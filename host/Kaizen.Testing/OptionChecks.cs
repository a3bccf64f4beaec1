using System.Collections;
using System.Reflection;
using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>What holds for the options of every source and metric.</summary>
internal static class OptionChecks
{
    private static readonly Type[] Kinds =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(DateOnly), typeof(FilePath), typeof(Secret), typeof(ExpressionText),
    ];

    public static void AreDescribed(Type options)
    {
        Require.True(options.GetConstructor(Type.EmptyTypes) is not null, $"{options.Name} has no public constructor without parameters.");
        foreach (var property in OptionAttribute.PropertiesOf(options))
        {
            var description = property.GetCustomAttribute<OptionAttribute>()!.Description;
            Require.True(Require.IsSentence(description), $"The description of the option '{OptionAttribute.NameOf(property.Name)}' is not a sentence with a full stop: '{description}'.");
            Require.True(IsKind(property.PropertyType), $"The option '{OptionAttribute.NameOf(property.Name)}' is a {property.PropertyType.Name}, which the contract does not know.");
        }
    }

    public static IReadOnlyList<OptionFault> FaultsOf(object options)
    {
        var faults = new OptionFaults();
        (options as IValidated)?.Validate(faults);
        return faults.All;
    }

    public static void HaveNoFault(object options) =>
        Require.True(FaultsOf(options) is { Count: 0 }, $"Options that work are at fault: {Told(FaultsOf(options))}.");

    public static void AreFaulted<TOptions>(FaultyOptions<TOptions> faulty)
    {
        var faults = FaultsOf(faulty.Options!);
        var names = OptionAttribute.PropertiesOf(typeof(TOptions)).Select(p => OptionAttribute.NameOf(p.Name)).ToList();
        var unknown = faults.FirstOrDefault(f => !names.Contains(f.Option));
        Require.True(unknown is null, $"A fault is reported at '{unknown?.Option}', which is no option.");
        var vague = faults.FirstOrDefault(f => !Require.IsSentence(f.Message));
        Require.True(vague is null, $"The message of a fault is not a sentence with a full stop: '{vague?.Message}'.");
        Require.True(
            faults.Select(f => f.Option).Distinct().Order(StringComparer.Ordinal).SequenceEqual(faulty.Faulted.Order(StringComparer.Ordinal)),
            $"The faults should be at {string.Join(", ", faulty.Faulted)}, all at once, and are: {Told(faults)}.");
    }

    /// <summary>The values of the secrets among the options.</summary>
    public static IEnumerable<string> SecretsOf(object options) =>
        OptionAttribute.PropertiesOf(options.GetType()).Select(p => p.GetValue(options)).SelectMany(v => v is IEnumerable list and not string ? list.Cast<object?>() : [v])
            .OfType<Secret>().Select(s => s.Reveal()).Where(s => s.Length > 0);

    private static bool IsKind(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) type = type.GetGenericArguments()[0];
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || Kinds.Contains(type);
    }

    private static string Told(IReadOnlyList<OptionFault> faults) =>
        faults.Count == 0 ? "none" : string.Join("; ", faults.Select(f => $"{f.Option}: {f.Message}")).TrimEnd('.');
}
