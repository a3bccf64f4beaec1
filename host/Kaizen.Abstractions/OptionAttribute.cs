using System.Reflection;
using System.Text;

namespace Kaizen.Abstractions;

/// <summary>
/// Marks a property of an options class that a person may write under <c>with:</c>. Its name in YAML is the property's in lower case with
/// underscores (<c>RowsPerPage</c>: <c>rows_per_page</c>). A <c>required</c> property must be written; another keeps its initial
/// value where it is left out. Its type says what a value is: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
/// <see cref="long"/>, <see cref="double"/> (finite), <see cref="DateOnly"/>, an enum (its names in lower case with underscores),
/// <see cref="FilePath"/>, <see cref="Secret"/>, <see cref="ExpressionText"/> (metrics only), any of these nullable, or an
/// <see cref="IReadOnlyList{T}"/> of one of them (one value stands for a list of one).
/// </summary>
/// <param name="description">One sentence for people.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    /// <summary>One sentence for people.</summary>
    public string Description { get; } = description;

    /// <summary>The only values allowed, as they are written; empty where any is.</summary>
    public string[] Allowed { get; init; } = [];

    /// <summary>The name of a property, an enum's member or a record's column in YAML.</summary>
    /// <param name="name">The name in C#.</param>
    public static string NameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var written = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            // A capital begins a word, unless it stands within a row of capitals: HTTPStatus is http_status.
            var begins = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins && written[^1] != '_') written.Append('_');
            written.Append(char.ToLowerInvariant(name[i]));
        }

        return written.ToString();
    }

    /// <summary>The properties of an options class that are options, in the order in which they are declared.</summary>
    /// <param name="options">The class.</param>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.IsDefined(typeof(OptionAttribute)))
            .OrderBy(p => p.MetadataToken)];
    }
}
