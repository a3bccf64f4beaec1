using Kaizen.Core.Cycles;

namespace Kaizen.Tests.Authoring;

public sealed class PersonNamesTests
{
    private static readonly Dictionary<string, string> People = new() { ["priya"] = "Priya Nair", ["sam"] = "Sam Okafor", ["jo"] = "Jo Lee", ["jo-2"] = "Jo Lee" };

    [Theory]
    [InlineData("priya", "priya")]
    [InlineData("Priya", "priya")]
    [InlineData(" sam ", "sam")]
    [InlineData("priya nair", "priya")]
    [InlineData("Jo", "jo")]
    [InlineData("Jo Lee", null)]
    [InlineData("Nair", null)]
    [InlineData("", null)]
    public void One_person_stands_under_one_name(string typed, string? id) => Assert.Equal(id, PersonNames.Of(typed, People));
}
