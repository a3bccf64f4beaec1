namespace Kaizen.Core.Lint;

/// <summary>Words that count, for a problem that is written without digits. Used by K11.</summary>
internal static class NumberWords
{
    public const string All = """
        half, halve, third, quarter, fifth, tenth, double, twice, triple, percent, per cent, percentage point, dozen, hundred, thousand, million, two, three, four, five, six, seven,
        eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, one in, every second, every other
        """;
}
