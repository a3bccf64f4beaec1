using System.Text;
using Kaizen.Abstractions;
using Kaizen.Core.Lint;

namespace Kaizen.Cli.Output;

/// <summary>The page of a rule of the method, for <c>kaizen why K17</c>.</summary>
internal static class RuleText
{
    private const int Width = 96;

    public static string Of(LintRule rule, Ink ink)
    {
        var text = new StringBuilder();
        text.AppendLine($"{ink.Bold(rule.Id)}: {rule.Fault}").AppendLine(ink.Faint($"{Weight(rule)} {Basis(rule)}"));
        text.AppendLine();
        Paragraph(text, "The coach asks: ", rule.Question);
        Paragraph(text, "Why: ", rule.Why);
        Paragraph(text, "Mending it: ", rule.Mend);
        text.Append("Accepting it: waivers: [{ rule: ").Append(rule.Id).AppendLine(", because: ..., date: yyyy-MM-dd }] in the cycle; the reason is printed on the sheet.");
        return text.ToString();
    }

    private static string Weight(LintRule rule) => rule switch
    {
        { Severity: Severity.Error, Gate: { } gate } => $"It keeps {gate} shut until it is mended or waived.",
        { Severity: Severity.Error } => "The sheet stays a draft until it is mended or waived.",
        { Severity: Severity.Warning } => "It shows on the sheet and keeps no gate shut.",
        _ => "A hint; it keeps no gate shut.",
    };

    private static string Basis(LintRule rule) => rule.Basis switch
    {
        LintBasis.Data => "It looks at the data, so it speaks in 'kaizen run' and 'kaizen status'.",
        LintBasis.Text => "It looks at words and can be wrong.",
        _ => "It looks at what is written.",
    };

    private static void Paragraph(StringBuilder text, string label, string words)
    {
        var line = new StringBuilder(label);
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                text.AppendLine(line.ToString().TrimEnd());
                line.Clear().Append("  ");
            }

            line.Append(word).Append(' ');
        }

        text.AppendLine(line.ToString().TrimEnd()).AppendLine();
    }
}
