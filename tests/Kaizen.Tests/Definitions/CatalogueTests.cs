using System.Reflection;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Tests.Definitions;

public sealed partial class CatalogueTests
{
    private static readonly (string Field, Message Message)[] All =
        [.. typeof(Catalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Message)).Select(f => (f.Name, (Message)f.GetValue(null)!))];

    [Fact]
    public void Every_code_stands_for_one_message()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Length, All.Select(m => m.Message.Code).Distinct().Count());
        Assert.Equal(All.Length, Catalogue.ByCode.Count);
        Assert.All(All, m => Assert.Matches("^KZ[1-6][0-9]{3}$", m.Message.Code));
    }

    [Fact]
    public void Every_message_is_a_sentence_with_a_reason() => Assert.All(All, m =>
    {
        // A format that ends with what a plugin or the engine says gets its full stop from there.
        Assert.True(m.Message.Format.EndsWith('.') || m.Message.Format.EndsWith('}'), $"{m.Field} has no full stop");
        Assert.True(m.Message.Why.Length > 30 && m.Message.Why.EndsWith('.'), $"{m.Field} has no reason");
        Assert.NotEqual(m.Message.Format, m.Message.Why);
    });

    /// <summary>Their sentence names what is expected at the place; nothing that fits every place could add to it.</summary>
    private static readonly string[] SayItThemselves = ["KZ1020", "KZ2002", "KZ2101", "KZ2103", "KZ2104", "KZ2203"];

    [Fact]
    public void Every_error_has_a_way_out_in_a_few_words() => Assert.All(All.Where(m => m.Message.Severity == Severity.Error && !SayItThemselves.Contains(m.Message.Code)), m =>
    {
        var (field, hint) = (m.Field, m.Message.WayOut);
        Assert.True(hint is { Length: > 4 and < 120 } && !char.IsUpper(hint[0]) && !hint.EndsWith('.'), $"{field}: {hint}");
        Assert.Equal(hint, m.Message.At(null, "a", "b", "c", "d", "e").Hint);
        Assert.Equal(hint, m.Message.Hinting(null, null, "a", "b", "c", "d", "e").Hint);
        Assert.Equal("this way", m.Message.Hinting("this way", null, "a", "b", "c", "d", "e").Hint);
    });

    [Fact]
    public void No_message_sends_a_newcomer_to_a_verb_that_does_not_exist()
    {
        string[] verbs = ["init", "run", "status", "show", "validate", "analyse", "why", "serve", "plugin", "VERB", "--help"];
        Assert.All(All, m => Assert.Empty(Verb().Matches($"{m.Message.Why} {m.Message.WayOut}").Select(v => v.Groups[1].Value).Except(verbs)));
    }

    [GeneratedRegex("'kaizen ([^ ']+)")]
    private static partial Regex Verb();
}
