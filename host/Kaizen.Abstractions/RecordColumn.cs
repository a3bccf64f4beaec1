using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Kaizen.Abstractions;

/// <summary>A property of a record that is a column, with the compiled way to its value.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordColumn<T>
{
    private static readonly Type[] Numbers =
    [
        typeof(double), typeof(float), typeof(decimal), typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(ushort), typeof(sbyte),
    ];

    private RecordColumn(string name, ColumnType type) => (Name, Type) = (name, type);

    public string Name { get; }

    public ColumnType Type { get; }

    public Func<T, double?> Number { get; private init; } = null!;

    public Func<T, DateTime?> Time { get; private init; } = null!;

    public Func<T, bool?> Flag { get; private init; } = null!;

    public Func<T, string?> Text { get; private init; } = null!;

    /// <summary>The column of a property, or null where its type can be none.</summary>
    public static RecordColumn<T>? Of(PropertyInfo property)
    {
        var name = Rows.NameOf(property);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (Numbers.Contains(type)) return new(name, ColumnType.Number) { Number = Getter<double?>(property, v => Expression.Convert(Expression.Convert(v, typeof(double)), typeof(double?))) };
        if (type == typeof(bool)) return new(name, ColumnType.Flag) { Flag = Getter<bool?>(property, v => Expression.Convert(v, typeof(bool?))) };
        if (type == typeof(DateTime)) return new(name, ColumnType.Time) { Time = Getter<DateTime?>(property, v => Expression.Convert(v, typeof(DateTime?))) };
        if (type == typeof(DateTimeOffset)) return new(name, ColumnType.Time) { Time = Getter<DateTime?>(property, v => Expression.Convert(Expression.Property(v, nameof(DateTimeOffset.UtcDateTime)), typeof(DateTime?))) };
        if (type == typeof(DateOnly)) return new(name, ColumnType.Time) { Time = Getter<DateTime?>(property, v => Expression.Convert(Expression.Call(v, nameof(DateOnly.ToDateTime), null, Expression.Constant(TimeOnly.MinValue)), typeof(DateTime?))) };
        if (type == typeof(string)) return new(name, ColumnType.Text) { Text = Getter<string?>(property, v => v) };
        if (type.IsEnum) return new(name, ColumnType.Text) { Text = Getter<string?>(property, v => Expression.Call(typeof(RecordColumn<T>), nameof(EnumText), [type], v)) };
        if (type == typeof(Guid)) return new(name, ColumnType.Text) { Text = Getter<string?>(property, v => Expression.Call(v, nameof(Guid.ToString), null)) };
        return null;
    }

    private static string EnumText<TEnum>(TEnum value)
        where TEnum : struct, Enum => OptionAttribute.NameOf(Enum.GetName(value) ?? Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    /// <summary>The property's value, converted; null where it is null.</summary>
    private static Func<T, TValue> Getter<TValue>(PropertyInfo property, Func<Expression, Expression> convert)
    {
        var row = Expression.Parameter(typeof(T));
        Expression value = Expression.Property(row, property);
        var body = Nullable.GetUnderlyingType(property.PropertyType) is null
            ? convert(value)
            : Expression.Condition(Expression.Property(value, "HasValue"), convert(Expression.Property(value, "Value")), Expression.Default(typeof(TValue)));
        return Expression.Lambda<Func<T, TValue>>(body, row).Compile();
    }
}

/// <summary>The columns of a record, found once.</summary>
/// <typeparam name="T">The record.</typeparam>
internal static class RecordColumns<T>
{
    public static readonly IReadOnlyList<RecordColumn<T>> All =
    [
        .. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is not null && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.MetadataToken).Select(RecordColumn<T>.Of).OfType<RecordColumn<T>>(),
    ];
}
