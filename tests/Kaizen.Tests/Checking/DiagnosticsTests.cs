using System.Text.RegularExpressions;
using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;

namespace Kaizen.Tests.Checking;

/// <summary>Hints and the catalogue that every message comes from.</summary>
public partial class DiagnosticsTests
{
    private static readonly string[] Names = ["sprint-data", "enquiries", "hold", "mean", "median"];

    [Theory]
    [InlineData("sprnit-data", "sprint-data")] // two neighbours swapped are one edit
    [InlineData("SPRINT-DATA", "sprint-data")]
    [InlineData("enquires", "enquiries")]
    [InlineData("enquiriess", "enquiries")]
    [InlineData("hald", "hold")]
    [InlineData("hadl", null)] // two edits in four letters are another word
    [InlineData("man", "mean")]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("something else", null)]
    public void The_nearest_name_is_within_a_third_of_the_letters(string written, string? near) => Assert.Equal(near, Nearest.To(written, Names));

    [Fact]
    public void The_fewest_edits_win_and_among_equals_the_first()
    {
        Assert.Equal("abcd", Nearest.To("abcx", ["axxx", "abcd", "abce"]));
        Assert.Equal("enquiry", Nearest.To("enquirys", ["enquiries", "enquiry"]));
    }

    [Fact]
    public void A_hint_names_the_nearest_or_else_all_that_is_allowed()
    {
        Assert.Equal("did you mean 'hold'?", Nearest.Hint("hold ", Names));
        Assert.Equal("allowed: lower, higher", Nearest.Allowed("up", ["lower", "higher"]));
        Assert.Null(Nearest.Hint("up", []));
        Assert.Null(Nearest.Hint("up", [.. Enumerable.Range(100, 17).Select(i => $"name{i}")]));
        Assert.StartsWith("there are: name100, ", Nearest.Hint("up", [.. Enumerable.Range(100, 16).Select(i => $"name{i}")]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_at_a_place_is_a_diagnostic()
    {
        var at = new SourceSpan("ledger.ndjson", 4, 1, 9);
        var d = Catalogue.LedgerChain.At(at, "first");
        Assert.Equal(("KZ4102", Severity.Error, at), (d.Code, d.Severity, d.Span!.Value));
        Assert.Equal("The ledger's chain for cycle 'first' breaks here: the line that this one follows was changed, moved or removed.", d.Message);
    }

    [Fact]
    public void Places_in_every_sentence_count_from_0_without_a_gap() =>
        Assert.All(Catalogue.ByCode.Values, m =>
        {
            var places = Place().Matches(m.Format).Select(p => int.Parse(p.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order();
            Assert.Equal(Enumerable.Range(0, places.Count()), places);
            Assert.Equal(m.Code, m.At(null, [.. places.Select(p => (object)p)]).Code);
        });

    [Theory]
    [InlineData("KZ2101", "ExpressionSyntax")]
    [InlineData("KZ4001", "StoreNewer")]
    [InlineData("KZ4101", "LedgerLine")]
    public void Codes_stay_with_their_messages(string code, string field) =>
        Assert.Same(typeof(Catalogue).GetField(field)!.GetValue(null), Catalogue.ByCode[code]);

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Place();
}
