using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Definitions.Text;

namespace Kaizen.Definitions.Binding;

/// <summary>Binds <c>people</c>, and <c>with</c>: a cycle that two companies share has an owner on each side.</summary>
internal static class PeopleBinder
{
    private static readonly string[] Keys = ["owner", "coach", "sponsor", "members"];

    public static (People People, string? With) Bind(Fields cycle)
    {
        var with = cycle.Text("with");
        if (with is not null) Ids.Check(with, "a company", cycle.At("with"), cycle.Faults);
        var people = Fields.Of(cycle.Entry("people"), "the people of the cycle", Keys, cycle.Faults);
        var (owner, partner) = Owners(cycle, people, with);
        return (new People { Owner = owner, Partner = partner, Coach = people.Text("coach"), Sponsor = people.Text("sponsor"), Members = people.Texts("members") }, with);
    }

    private static (string? Owner, string? Partner) Owners(Fields cycle, Fields people, string? with)
    {
        var written = people.Entry("owner")?.Value as SequenceNode;
        if (written is not { Items.Count: > 1 })
        {
            if (with is not null && !people.Misspelt(["owner"])) cycle.Fault("with", Catalogue.PartnerMissing, $"write owner: [{OwnName(people, written)}, {with}/NAME]", with);
            return (written is null ? people.Text("owner") : people.Texts("owner") is [var only] ? only : null, null);
        }

        var owners = people.Texts("owner");
        if (owners.Count != written.Items.Count) return (null, null);
        if (!cycle.Has("with"))
            people.Fault("owner", Catalogue.OwnersWithoutParty, Party(owners[1]) is { } party ? $"write with: {party}, or keep one owner" : "keep one owner; the others are members");
        else if (owners.Count > 2)
            people.Fault("owner", Catalogue.WrongKind, "the others are members", "owner", "one name for each side", $"{owners.Count} names");
        else if (with is not null && (Party(owners[1]) != with || owners[1].Length == with.Length + 1))
            people.Faults.Add(Catalogue.PartnerElsewhere, written.Items[1], $"write '{with}/{owners[1][(owners[1].IndexOf('/', StringComparison.Ordinal) + 1)..]}'", owners[1], with);
        return (owners[0], owners[1]);
    }

    private static string OwnName(Fields people, SequenceNode? list) =>
        (list is null ? people.Entry("owner")?.Value : list.Items.Count == 1 ? list.Items[0] : null) is ScalarNode { IsEmpty: false } own ? own.Value.Trim() : "NAME";

    private static string? Party(string owner) => owner.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? owner[..slash] : null;
}
