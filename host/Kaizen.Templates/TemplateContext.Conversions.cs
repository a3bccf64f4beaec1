using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

public partial class TemplateContext
{
    /// <summary>Whether a value has nothing in it; null for a value that cannot be empty.</summary>
    public virtual object? IsEmpty(SourceSpan span, object? against) => against switch
    {
        null => null,
        string text => text.Length == 0,
        IList list => list.Count == 0,
        IScriptObject script => script.Count == 0,
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        bool or char or IFormattable => false,

        // The members of a .NET object are not its content: it has none.
        _ => true,
    };

    /// <summary>The items of a value; nothing for null.</summary>
    public virtual IList ToList(SourceSpan span, object? value)
    {
        switch (value)
        {
            case null:
                return Array.Empty<object>();
            case IList list:
                return list;
            case IEnumerable items:
                var result = new List<object?>();
                foreach (var item in items)
                {
                    result.Add(item);
                    if (value is ScriptRange)
                        CheckItemCount(span, result.Count);
                }

                return result;
            default:
                throw new ScriptRuntimeException(span, $"A list is needed and `{GetTypeName(value)}` was given.");
        }
    }

    /// <summary>The text of a value; inside lists and objects texts are quoted and null is named.</summary>
    public virtual string? ObjectToString(object? value, bool nested = false)
    {
        switch (value)
        {
            case null:
                return nested ? "null" : "";
            case string text:
                return nested ? StringFunctions.Quote(text) : text;
            case bool flag:
                return flag ? "true" : "false";
            case char c:
                return c.ToString();
            case int number:
                return number.ToString(CurrentCulture);
            case DateTime date:
                return DateFormatter.Format(new DateTimeOffset(date), DateFunctions.FormatOf(this), CurrentCulture);
            case DateTimeOffset date:
                return DateFormatter.Format(date, DateFunctions.FormatOf(this), CurrentCulture);
            case IScriptCustomFunction:
                return "<function>";
            case EmptyScriptObject:
                return "";
            case ScriptObject or IEnumerable or DictionaryEntry:
                return Nested(value);
            case ValueType when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>):
                return Nested(value);
            case IFormattable formattable:
                return formattable.ToString(null, CurrentCulture);
            default:
                return value.ToString();
        }
    }

    public virtual bool ToBool(SourceSpan span, object? value) => value switch
    {
        null => false,
        bool flag => flag,
        EmptyScriptObject => false,
        _ => true,
    };

    public virtual int ToInt(SourceSpan span, object? value)
    {
        switch (value)
        {
            case null:
                return 0;
            case int number:
                return number;
            case bool or DateTime:
                throw new ScriptRuntimeException(span, $"An integer is needed and `{GetTypeName(value)}` was given.");
        }

        var kept = Numbers.Keep(this, span, value);
        var real = Numbers.ToDouble(kept);
        return real is >= int.MinValue and <= int.MaxValue
            ? (int)Math.Round(real)
            : throw new ScriptRuntimeException(span, "The number is too large for an index or a count.");
    }

    /// <summary>What the language calls the type of a value.</summary>
    public virtual string GetTypeName(object? value) => ObjectFunctions.KindOf(value) switch
    {
        null => "null",
        "object" when value is not ScriptObject => value!.GetType().Name,
        var kind => kind,
    };

    public virtual object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        var type = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        if (value is null)
            return type.IsValueType && type == destinationType ? Activator.CreateInstance(type) : null;
        if (type.IsInstanceOfType(value))
            return value;
        if (type == typeof(string))
            return ObjectToString(value);
        if (type == typeof(bool))
            return ToBool(span, value);
        if (type == typeof(int))
            return ToInt(span, value);
        if (type == typeof(IList) || type == typeof(IEnumerable))
            return ToList(span, value);
        if (type.IsEnum && value is string name && Enum.TryParse(type, name, ignoreCase: true, out var member))
            return member;
        return ToNumber(span, value, type)
            ?? throw new ScriptRuntimeException(span, $"`{GetTypeName(value)}` cannot be turned into `{type.Name}`.");
    }

    private object? ToNumber(SourceSpan span, object value, Type type)
    {
        if (!type.IsPrimitive && type != typeof(decimal) && type != typeof(BigInteger))
            return null;
        var number = Numbers.Keep(this, span, value);
        try
        {
            if (type == typeof(BigInteger))
                return Numbers.ToBig(number);
            return Convert.ChangeType(number is BigInteger big ? (object)(decimal)big : number, type, CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is OverflowException or InvalidCastException)
        {
            throw new ScriptRuntimeException(span, $"The number does not fit `{type.Name}`.", fault);
        }
    }

    private string Nested(object value)
    {
        EnterObject(CurrentSpan);
        try
        {
            return value switch
            {
                ScriptObject script => script.ToString(null, this),
                IEnumerable items => Listed('[', ']', Items(items)),
                _ => Listed('{', '}', Members(value)),
            };
        }
        finally
        {
            LeaveObject();
        }
    }

    private IEnumerable<string?> Items(IEnumerable values)
    {
        foreach (var value in values)
            yield return ObjectToString(value, nested: true);
    }

    private IEnumerable<string?> Members(object entry)
    {
        foreach (var (name, getter) in TypeAccessor.For(entry.GetType(), null, null).Getters)
            yield return $"{name}: {ObjectToString(getter(entry), nested: true)}";
    }

    private string Listed(char open, char close, IEnumerable<string?> parts)
    {
        var builder = new StringBuilder().Append(open);
        foreach (var part in parts)
        {
            if (builder.Length > 1)
                builder.Append(", ");
            builder.Append(part);
            if (IsTooLong(builder.Length))
                return builder.Append(Ellipsis).ToString();
        }

        return builder.Append(close).ToString();
    }
}
