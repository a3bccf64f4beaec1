namespace Kaizen.Definitions.Schema;

/// <summary>The forms of scalars, in the dialect of regular expressions that JSON Schema shares with editors.</summary>
internal static class Patterns
{
    /// <summary>A text in which something stands.</summary>
    public const string Written = @"\S";

    /// <summary>A name as <see cref="Binding.Ids"/> accepts it.</summary>
    public const string Id = @"^[\p{L}\p{Nd}][\p{L}\p{Nd}_-]{0,99}$";

    /// <summary>A number in quotes.</summary>
    public const string Number = @"^\s*[-+]?" + Digits + Exponent + @"\s*$";

    /// <summary>A number in quotes that is more than nothing.</summary>
    public const string Positive = @"^\s*\+?(?=[0.]*[1-9])" + Digits + Exponent + @"\s*$";

    /// <summary>A number in quotes from 0 to 1, without an exponent or with one that makes it smaller.</summary>
    public const string Share = @"^\s*(?:[-+]?(?:0+\.?0*|\.0+)|\+?(?:0*\.\d+|0*1\.?0*)|\+?" + Digits + @"[eE]-\d+)\s*$";

    /// <summary>A number in quotes between 0 and 1, without an exponent or with one that makes it smaller.</summary>
    public const string Between = @"^\s*\+?(?=[0.]*[1-9])(?:0*\.\d+|\d\.?\d*[eE]-\d+)\s*$";

    /// <summary>A day of the calendar from 1900 to 2199, leap years counted.</summary>
    public const string Date =
        @"^\s*(?:(?:19|20|21)\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))"
        + @"|(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)\s*$";

    /// <summary>A length of time of at most 36500 days, weeks or months.</summary>
    public const string Length = @"^\s*0*(?:\d{1,4}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d\d|36500)[dwm]\s*$";

    /// <summary>The same, longer than nothing.</summary>
    public const string Span = @"^\s*0*(?:[1-9]\d{0,3}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d\d|36500)[dwm]\s*$";

    private const string Digits = @"(?:\d+\.?\d*|\.\d+)";

    // Beyond, numbers are no longer finite.
    private const string Exponent = @"(?:[eE](?:-\d+|\+?0*(?:\d{1,2}|[12]\d\d|30[0-7])))?";

    public const string Flag = @"^\s*(?:true|false)\s*$";

    /// <summary>Words for a flag that <c>count</c> takes for a mistake.</summary>
    public const string NoCondition = @"^\s*(?:[yY][eE][sS]|[oO][nN]|[nN][oO]|[oO][fF][fF]|[fF][aA][lL][sS][eE])\s*$";

    /// <summary>A path inside the workspace: it goes down only.</summary>
    public const string Picture =
        @"^(?!\s*[/\\])(?!(?:\s*|.*[/\\])\.\.(?:[/\\]|\s*$))\s*[^:\s\u0000-\u001f\u007f-\u009f][^:\u0000-\u001f\u007f-\u009f]*\s*$";

    /// <summary>Somebody of another company: <c>acme/jo</c>.</summary>
    public const string Partner = @"^\s*[^/\s][^/]*/.*\S\s*$";
}
