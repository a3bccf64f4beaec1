namespace Kaizen.Definitions.Editing;

/// <summary>What an edit does to the text, and the tree that must come of it.</summary>
internal sealed record EditPlan(IReadOnlyList<Replacement> Replacements, SyntaxNode Expected);

/// <summary>Finds for one edit the places in the text where signs are put in or exchanged.</summary>
internal sealed class EditPlanner
{
    private readonly string seen;
    private readonly SyntaxNode root;
    private readonly KeyOrder order;
    private readonly HashSet<SyntaxNode> shared = new(ReferenceEqualityComparer.Instance);
    private readonly BlockEditor block;
    private readonly FlowEditor flow;

    public EditPlanner(EditText text, SyntaxNode root, KeyOrder order, EditForm form)
    {
        (seen, this.root, this.order) = (text.Seen, root, order);
        var style = new FileStyle(root, text);
        var writer = new LineWriter(style, form == EditForm.OneLine);
        block = new BlockEditor(text, root, style, writer, form == EditForm.LineEndLast);
        flow = new FlowEditor(text, writer);
        Share(root);
    }

    /// <summary>The plan, or null where the file says so already.</summary>
    /// <exception cref="RefusedException">It cannot be done safely.</exception>
    public EditPlan? Plan(YamlEdit edit)
    {
        var route = Route.Find(root, edit.Path, shared);
        if (edit is YamlEdit.Remove) return route.Left.Count > 0 ? null : Remove(route);
        if (route.Left.Count > 0) return Grow(route, edit);
        return edit switch
        {
            YamlEdit.Append append => Append(route, append.Item),
            YamlEdit.Set set => Set(route, set.Value),
            _ => throw new InvalidOperationException("An edit of a kind that nobody knows."),
        };
    }

    /// <summary>The edits that an edit consists of: of a mapping that is there already, each key is set for itself.</summary>
    public IEnumerable<YamlEdit> Parts(YamlEdit edit)
    {
        if (edit is not YamlEdit.Set { Value: YamlValue.Map map } set) return [edit];
        var route = Route.Find(root, set.Path, shared);
        return route.Left.Count == 0 && route.Node is MappingSyntax { Entries.Count: > 0 }
            ? map.Entries.Select(e => new YamlEdit.Set(set.Path.Child(e.Key), e.Value)) : [edit];
    }

    private EditPlan Grow(Route route, YamlEdit edit)
    {
        var value = edit is YamlEdit.Append append ? YamlValue.Items(append.Item) : ((YamlEdit.Set)edit).Value;
        foreach (var step in route.Left.Skip(route.Node is MappingSyntax { Entries.Count: > 0 } ? 1 : 0).Reverse()) value = YamlValue.Of((step, value));
        if (route.Node is MappingSyntax { Entries.Count: > 0 } map) return AddKey(route, map, route.Left[0], value);
        if (route.Node is SequenceSyntax list) throw new RefusedException(Reasons.NoItem(route.Walked.ToString(), route.Left[0], list.Items.Count), list.Start);
        return Fill(route, value);
    }

    private EditPlan AddKey(Route route, MappingSyntax map, string key, YamlValue value)
    {
        if (map.Implied) throw new RefusedException(Reasons.Pair(route.Walked.ToString()), map.Start);
        var behind = Behind(map, key, order.At(route.Walked));
        var replacements = map.Flow ? flow.AddKey(map, behind, key, value) : block.AddKey(route, map, behind, key, value);
        var entry = new EntrySyntax(new NewSyntax(YamlValue.Of(key)), new NewSyntax(value));
        return new EditPlan(replacements, route.Replace(map with { Entries = [.. map.Entries.Take(behind + 1), entry, .. map.Entries.Skip(behind + 1)] }));
    }

    private EditPlan Append(Route route, YamlValue item)
    {
        if (route.Node is SequenceSyntax { Items.Count: > 0 } list)
        {
            var replacements = list.Flow ? flow.AddItem(list, item) : block.AddItem(route, list, item);
            return new EditPlan(replacements, route.Replace(list with { Items = [.. list.Items, new NewSyntax(item)] }));
        }

        if (route.Node is SequenceSyntax or ScalarSyntax { Empty: true }) return Fill(route, YamlValue.Items(item));
        throw new RefusedException(Reasons.NotAList(route.Walked.ToString(), route.Node.Kind), route.Node.Start);
    }

    private EditPlan? Set(Route route, YamlValue value)
    {
        if (TreeComparison.Means(route.Node, value)) return null;
        switch (route.Node)
        {
            case ScalarSyntax { Missing: true } or SequenceSyntax { Items.Count: 0 } or MappingSyntax { Entries.Count: 0 }:
                return Fill(route, value);
            case ScalarSyntax { Empty: true } when value.IsCollection:
                return Fill(route, value);
            case ScalarSyntax { Block: false } scalar when Keeps(value, scalar.Value):
                return Fill(route, value);
            case ScalarSyntax scalar when !value.IsCollection:
                Unmarked(route);
                var replacements = route.InFlow ? flow.Replace(scalar, value) : block.Replace(route, scalar, value);
                return new EditPlan(replacements, route.Replace(new NewSyntax(value)));
            default:
                throw new RefusedException(Reasons.Overwrites(route.Walked.ToString(), route.Node.Kind), route.Node.Start);
        }
    }

    /// <summary>Takes a key away; the last one of a mapping stays, since nothing would be left to hold its place.</summary>
    private EditPlan Remove(Route route)
    {
        Unmarked(route);
        if (route.Holder is not { Container: MappingSyntax { Entries.Count: > 1, Implied: false } map, Index: var index }) throw new RefusedException(Reasons.NotTakenAway(route.Walked.ToString()), route.Node.Start);
        var replacements = map.Flow ? FlowEditor.RemoveKey(map, index) : block.RemoveKey(map, index);
        var holder = route with { Steps = [.. route.Steps.SkipLast(1)] };
        return new EditPlan(replacements, holder.Replace(map with { Entries = [.. map.Entries.Where((_, i) => i != index)] }));
    }

    /// <summary>Whether a mapping says what the text said and more, so that nothing is lost where it takes the text's place.</summary>
    private static bool Keeps(YamlValue value, string text) =>
        value is YamlValue.Map map && map.Entries.Any(e => e.Value is YamlValue.Text kept && kept.Value == text);

    /// <summary>Puts a value where nothing is, or an empty list or mapping.</summary>
    private EditPlan Fill(Route route, YamlValue value)
    {
        Unmarked(route);
        if (route.Node is ScalarSyntax { Missing: true, Placed: false } && !route.InFlow) throw new RefusedException(Reasons.NoPlace(route.Walked.ToString()), route.Node.Start);
        // A comment inside the brackets stays, so they stay too.
        var kept = !route.Node.EmptyBrackets(seen);
        if (kept && (!value.IsCollection || route.Node is SequenceSyntax != value is YamlValue.List)) throw new RefusedException(Reasons.NoPlace(route.Walked.ToString()), route.Node.Start);
        var replacements = route.InFlow || kept ? flow.Fill(route.Node, value) : block.Fill(route, value);
        return new EditPlan(replacements, route.Replace(new NewSyntax(value)));
    }

    private static void Unmarked(Route route)
    {
        if (route.Node.Anchor is { } anchor) throw new RefusedException(Reasons.Marked(route.Walked.ToString(), anchor), route.Node.Start);
    }

    /// <summary>The entry behind which a new key belongs.</summary>
    private static int Behind(MappingSyntax map, string key, IReadOnlyList<string>? keys)
    {
        var last = map.Entries.Count - 1;
        var rank = keys is null ? -1 : keys.ToList().IndexOf(key);
        if (rank < 0) return last;
        var before = keys!.Take(rank).ToHashSet(StringComparer.Ordinal);
        for (var i = last; i >= 0; i--)
            if (map.Entries[i] is { Merges: false, Name: { } name } && before.Contains(name)) return i;
        return last;
    }

    private void Share(SyntaxNode node)
    {
        switch (node)
        {
            case AliasSyntax alias:
                shared.Add(alias.Target);
                break;
            case SequenceSyntax list:
                foreach (var item in list.Items) Share(item);
                break;
            case MappingSyntax map:
                foreach (var entry in map.Entries)
                {
                    Share(entry.Key);
                    Share(entry.Value);
                }

                break;
        }
    }
}
