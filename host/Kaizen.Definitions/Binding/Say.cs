using System.Globalization;

namespace Kaizen.Definitions.Binding;

/// <summary>Values in messages, the same on every machine.</summary>
internal static class Say
{
    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Number(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
