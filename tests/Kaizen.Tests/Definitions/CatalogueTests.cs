using System.Reflection;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Tests.Definitions;

public sealed class CatalogueTests
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
}
