using Kaizen.Abstractions;

namespace Kaizen.PluginHost.Options;

/// <summary>How big a value is that nobody wrote.</summary>
internal enum MadeUpSize
{
    /// <summary>The first that there is.</summary>
    Least,

    /// <summary>One that works with most plugins.</summary>
    Likely,

    /// <summary>The last that there is.</summary>
    Most,
}

/// <summary>Values in the place of options that have none, for plugins that are asked something before there is one.</summary>
internal static class MadeUp
{
    public static object Of(DeclaredOption option, MadeUpSize size)
    {
        var one = One(option, size);
        if (!option.IsList) return one;
        var list = Array.CreateInstance(option.ValueType, 1);
        list.SetValue(one, 0);
        return list;
    }

    private static object One(DeclaredOption option, MadeUpSize size) => option.Kind switch
    {
        OptionKind.Flag => size == MadeUpSize.Most,
        OptionKind.WholeNumber when option.ValueType == typeof(long) => Pick(size, long.MinValue, 1L, long.MaxValue),
        OptionKind.WholeNumber => Pick(size, int.MinValue, 1, int.MaxValue),
        OptionKind.Number => Pick(size, double.MinValue, 1d, double.MaxValue),
        OptionKind.Date => Pick(size, DateOnly.MinValue, new DateOnly(2026, 1, 1), DateOnly.MaxValue),
        OptionKind.Choice => Enum.Parse(option.ValueType, Enum.GetNames(option.ValueType)[size == MadeUpSize.Most ? ^1 : 0]),
        OptionKind.Path => FilePath.Of(Text(option, size)),
        OptionKind.Secret => new Secret("NONE", Text(option, size)),
        // By its name it can be told where it comes back.
        OptionKind.Expression => new ExpressionText(option.Name),
        _ => Text(option, size),
    };

    private static string Text(DeclaredOption option, MadeUpSize size) =>
        option.Allowed.Count > 0 ? option.Allowed[size == MadeUpSize.Most ? ^1 : 0] : Pick(size, "a", option.Name, "z");

    private static T Pick<T>(MadeUpSize size, T least, T likely, T most) => size switch { MadeUpSize.Least => least, MadeUpSize.Likely => likely, _ => most };
}
