using System.Reflection;
using System.Runtime.CompilerServices;
using Kaizen.Abstractions;

namespace Kaizen.PluginHost.Options;

/// <summary>What the value of an option is.</summary>
public enum OptionKind
{
    /// <summary>A type that no option can have.</summary>
    Unknown,

    Text,
    Flag,
    WholeNumber,
    Number,
    Date,

    /// <summary>One of a few words.</summary>
    Choice,

    Path,
    Secret,
    Expression,
}

/// <summary>An option that may stand under <c>with:</c>, read off the property of a plugin's options class.</summary>
public sealed record DeclaredOption
{
    /// <summary>Its name in YAML.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Description { get; init; }

    public required OptionKind Kind { get; init; }

    /// <summary>Whether it is a list; one value stands for a list of one.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it must be written.</summary>
    public bool Required { get; init; }

    /// <summary>The only values allowed, or empty where any is.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    public required PropertyInfo Property { get; init; }

    /// <summary>The type of one value, without a list or a null around it.</summary>
    public required Type ValueType { get; init; }

    internal static DeclaredOption Of(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OptionAttribute>()!;
        var listed = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var one = listed ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        one = Nullable.GetUnderlyingType(one) ?? one;
        return new DeclaredOption
        {
            Name = OptionAttribute.NameOf(property.Name),
            Description = attribute.Description,
            Kind = KindOf(one),
            IsList = listed,
            Required = property.IsDefined(typeof(RequiredMemberAttribute)),
            Allowed = one.IsEnum ? [.. Enum.GetNames(one).Select(OptionAttribute.NameOf)] : attribute.Allowed,
            Property = property,
            ValueType = one,
        };
    }

    private static OptionKind KindOf(Type type) =>
        type == typeof(string) ? OptionKind.Text
        : type == typeof(bool) ? OptionKind.Flag
        : type == typeof(int) || type == typeof(long) ? OptionKind.WholeNumber
        : type == typeof(double) ? OptionKind.Number
        : type == typeof(DateOnly) ? OptionKind.Date
        : type.IsEnum ? OptionKind.Choice
        : type == typeof(FilePath) ? OptionKind.Path
        : type == typeof(Secret) ? OptionKind.Secret
        : type == typeof(ExpressionText) ? OptionKind.Expression
        : OptionKind.Unknown;
}
