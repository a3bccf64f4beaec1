using Kaizen.Abstractions;
using Kaizen.PluginHost;

namespace Kaizen.Tests.House;

/// <summary>
/// The contract is what plugins are compiled against: each public member stands in <c>PublicApi.txt</c>, and what a version of the contract
/// has promised stays as long as the version does.
/// </summary>
public class PublicApiTests
{
    private static readonly string Folder = Repository.At("host", "Kaizen.Abstractions");
    private static readonly IReadOnlyList<string> Now = PublicApi.Of(typeof(IPlugin).Assembly);

    [Fact]
    public void Each_public_member_stands_in_the_file()
    {
        var file = Path.Combine(Folder, "PublicApi.txt");
        var written = File.Exists(file) ? File.ReadAllLines(file) : [];
        // Whoever means the change renames the file beside it.
        if (!written.SequenceEqual(Now)) File.WriteAllLines(Path.Combine(Folder, "PublicApi.received.txt"), Now);
        Assert.Equal(string.Join('\n', written), string.Join('\n', Now));
    }

    [Fact]
    public void What_was_promised_stays_until_the_version_of_the_contract_moves() =>
        Assert.Empty(PublicApi.Broken(Folder, PluginContract.Version, Now));

    [Fact]
    public void A_break_is_refused_at_one_version_and_accepted_once_the_next_one_promises_anew()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-contract").FullName;
        var (kept, broken) = (Now, Now.Where(l => !l.Contains("FingerprintAsync", StringComparison.Ordinal)).ToList());
        File.WriteAllLines(Path.Combine(folder, "PublicApi.v1.txt"), kept);
        Assert.Empty(PublicApi.Broken(folder, 1, [.. kept, "Kaizen.Abstractions.NewThing: class : "]));
        Assert.Equal(2, PublicApi.Broken(folder, 1, broken).Count(b => b.StartsWith("gone: Kaizen.Abstractions.", StringComparison.Ordinal)));
        Assert.Equal(["nobody promised version 2: copy PublicApi.txt to PublicApi.v2.txt"], PublicApi.Broken(folder, 2, broken));
        File.WriteAllLines(Path.Combine(folder, "PublicApi.v2.txt"), broken);
        Assert.Empty(PublicApi.Broken(folder, 2, broken));
        Assert.NotEmpty(PublicApi.Broken(folder, 2, broken.Skip(1).ToList()));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Kaizen.Abstractions.ISource: abstract ValueTask<String> NewAsync()", true)]
    [InlineData("Kaizen.Abstractions.ISource: virtual ValueTask<String> NewAsync()", false)]
    [InlineData("Kaizen.Abstractions.IPlugin: abstract Void Retire(IPluginBuilder plugin)", true)]
    [InlineData("Kaizen.Abstractions.IPluginBuilder: abstract Void Chart(String name)", false)]
    [InlineData("Kaizen.Abstractions.SourceReader: protected abstract Void Rest()", true)]
    [InlineData("Kaizen.Abstractions.FilePath: Int32 Depth { get }", false)]
    [InlineData("Kaizen.Abstractions.NewThing: class", false)]
    [InlineData("Kaizen.Abstractions.NewThing: abstract Void Do()", false)]
    public void Only_a_member_that_others_would_have_to_write_breaks_when_it_is_added(string line, bool breaks) =>
        Assert.Equal(breaks, PublicApi.Breaks(Now, [.. Now, line]).Any());

    [Fact]
    public void A_member_that_goes_or_changes_breaks() =>
        Assert.All(Now, line => Assert.Equal([$"gone: {line}"], PublicApi.Breaks([line], [])));

    [Theory]
    [InlineData(typeof(ReadRequest), "Nullable<DateOnly> AsOf { get; init }")]
    [InlineData(typeof(MetricRow), "DateTime Time { get; set }")]
    [InlineData(typeof(DatabaseSource), "virtual Void Interrupt(DbConnection connection)")]
    [InlineData(typeof(SourceReader), "protected virtual Void Release()")]
    [InlineData(typeof(SourceReader), "virtual Object Item[String name] { get }")]
    [InlineData(typeof(SourceReader), "virtual Object Item[Int32 ordinal] { get }")]
    [InlineData(typeof(Exhibit), "protected new(Exhibit original)")]
    [InlineData(typeof(FilePath), "static Boolean op_Equality(FilePath left, FilePath right)")]
    [InlineData(typeof(MetricGrid), "Void Deconstruct(IReadOnlyList<MetricPeriod>& Periods)")]
    [InlineData(typeof(IPluginBuilder), "abstract Void Source<TOptions>(String name, String description, Func<TOptions, ISource> create) where TOptions : ReferenceTypeConstraint")]
    public void What_a_plugin_holds_on_to_is_told_apart(Type type, string line) => Assert.Contains($"{type.FullName}: {line}", Now);
}
