using System.Globalization;

namespace Kaizen.Definitions.Editing;

/// <summary>How far a path leads into a file.</summary>
/// <param name="Steps">The mappings and lists on the way with the child that was taken in each.</param>
/// <param name="Node">Where it ends.</param>
/// <param name="Walked">The path to it.</param>
/// <param name="Left">The steps for which there is nothing yet.</param>
internal sealed record Route(IReadOnlyList<(SyntaxNode Container, int Index)> Steps, SyntaxNode Node, EditPath Walked, IReadOnlyList<string> Left)
{
    /// <summary>Whether its end stands in brackets or braces.</summary>
    public bool InFlow => Steps.Any(s => s.Container is MappingSyntax { Flow: true } or SequenceSyntax { Flow: true });

    /// <summary>What holds its end.</summary>
    public (SyntaxNode Container, int Index)? Holder => Steps.Count > 0 ? Steps[^1] : null;

    /// <summary>Column of what holds its end, from which texts of several lines are indented.</summary>
    public int HolderColumn(EditText text) => Holder is { } holder ? text.ColumnOf(holder.Container.Start) : 0;

    /// <exception cref="RefusedException">The path leads through something that must not be touched.</exception>
    public static Route Find(SyntaxNode root, EditPath path, IReadOnlySet<SyntaxNode> shared)
    {
        var (node, walked, steps) = (root, EditPath.Root, new List<(SyntaxNode, int)>());
        foreach (var step in path.Segments)
        {
            Check(node, walked, shared);
            var index = Child(node, step, walked);
            if (index < 0) break;
            steps.Add((node, index));
            node = node is MappingSyntax map ? map.Entries[index].Value : ((SequenceSyntax)node).Items[index];
            walked = walked.Child(step);
        }

        Check(node, walked, shared);
        var left = path.Segments.Skip(walked.Segments.Count).ToList();
        if (left.Skip(node is MappingSyntax ? 1 : 0).FirstOrDefault(IsNumber) is { } number)
            throw new RefusedException(Reasons.NothingCounted(string.Join('.', path.Segments.TakeWhile(s => s != number)), number), node.Start);
        return new Route(steps, node, walked, left);
    }

    /// <summary>The tree with another value at the end of this route.</summary>
    public SyntaxNode Replace(SyntaxNode value)
    {
        for (var i = Steps.Count - 1; i >= 0; i--)
        {
            var (container, index) = Steps[i];
            value = container switch
            {
                MappingSyntax map => map with { Entries = [.. map.Entries.Select((e, n) => n == index ? e with { Value = value } : e)] },
                SequenceSyntax list => list with { Items = [.. list.Items.Select((item, n) => n == index ? value : item)] },
                _ => throw new InvalidOperationException("Only mappings and lists hold values."),
            };
        }

        return value;
    }

    private static int Child(SyntaxNode node, string step, EditPath walked)
    {
        switch (node)
        {
            case MappingSyntax map:
                var index = map.IndexOf(step);
                if (index < 0 && map.MergedBy(step) is { } merge) throw new RefusedException(Reasons.Merged(walked.Child(step).ToString()), merge.Start);
                return index;
            case SequenceSyntax { Items.Count: 0 }:
                return -1;
            case SequenceSyntax list:
                if (IsNumber(step) && int.TryParse(step, CultureInfo.InvariantCulture, out var number) && number < list.Items.Count) return number;
                throw new RefusedException(Reasons.NoItem(walked.ToString(), step, list.Items.Count), list.Start);
            case ScalarSyntax { Empty: true }:
                return -1;
            default:
                throw new RefusedException(Reasons.NotInside(walked.ToString(), node.Kind), node.Start);
        }
    }

    private static void Check(SyntaxNode node, EditPath walked, IReadOnlySet<SyntaxNode> shared)
    {
        if (node is AliasSyntax alias) throw new RefusedException(Reasons.Alias(walked.ToString(), alias.Name), node.Start);
        if (shared.Contains(node)) throw new RefusedException(Reasons.Shared(walked.ToString(), node.Anchor!), node.Start);
        if (node.Tagged) throw new RefusedException(Reasons.Tagged(walked.ToString()), node.Start);
    }

    private static bool IsNumber(string step) => step.Length > 0 && step.All(char.IsAsciiDigit);
}
