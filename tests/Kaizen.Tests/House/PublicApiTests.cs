using System.Reflection;
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

    [Fact]
    public void Each_public_member_stands_in_the_file()
    {
        var api = PublicApi.Of(typeof(IPlugin).Assembly);
        var file = Path.Combine(Folder, "PublicApi.txt");
        var written = File.Exists(file) ? File.ReadAllLines(file) : [];
        // Whoever means the change renames the file beside it.
        if (!written.SequenceEqual(api)) File.WriteAllLines(Path.Combine(Folder, "PublicApi.received.txt"), api);
        Assert.Equal(string.Join('\n', written), string.Join('\n', api));
    }

    [Fact]
    public void What_was_promised_stays_until_the_version_of_the_contract_moves()
    {
        var promised = File.ReadAllLines(Path.Combine(Folder, $"PublicApi.v{PluginContract.Version}.txt"));
        Assert.Empty(PublicApi.Breaks(promised, PublicApi.Of(typeof(IPlugin).Assembly)));
    }

    [Theory]
    [InlineData("Kaizen.Abstractions.ISource: abstract ValueTask<String> NewAsync()", true)]
    [InlineData("Kaizen.Abstractions.ISource: virtual ValueTask<String> NewAsync()", false)]
    [InlineData("Kaizen.Abstractions.FilePath: Int32 Depth { get }", false)]
    [InlineData("Kaizen.Abstractions.NewThing: class", false)]
    public void Only_a_member_that_others_would_have_to_write_breaks_when_it_is_added(string line, bool breaks)
    {
        var api = PublicApi.Of(typeof(IPlugin).Assembly);
        Assert.Equal(breaks, PublicApi.Breaks(api, [.. api, line]).Any());
    }

    [Fact]
    public void A_member_that_goes_or_changes_breaks() =>
        Assert.All(PublicApi.Of(typeof(IPlugin).Assembly), line => Assert.Equal([$"gone: {line}"], PublicApi.Breaks([line], [])));
}

/// <summary>The public members of an assembly, a line each.</summary>
internal static class PublicApi
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(t => Lines(t).Select(l => $"{t.FullName!.Replace('+', '.')}: {l}")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What a plugin that was compiled against <paramref name="before"/> would not find in <paramref name="now"/>, or would lack.</summary>
    public static IEnumerable<string> Breaks(IReadOnlyCollection<string> before, IReadOnlyCollection<string> now)
    {
        var types = before.Select(TypeOf).ToHashSet();
        return before.Except(now).Select(l => $"gone: {l}")
            .Concat(now.Except(before).Where(l => l.Contains(": abstract ", StringComparison.Ordinal) && types.Contains(TypeOf(l)) && !OnlyTheHostWrites(l)).Select(l => $"to be written: {l}"));
    }

    private static string TypeOf(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];

    /// <summary>The builder is the host's: plugins call it.</summary>
    private static bool OnlyTheHostWrites(string line) => line.Contains(nameof(IPluginBuilder), StringComparison.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        var bases = new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Where(b => b.IsPublic && b != typeof(object)).Select(Name).Order(StringComparer.Ordinal);
        yield return $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class")} : {string.Join(", ", bases)}";
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type)) yield return $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Own).Where(IsSeen)) yield return $"new({Parameters(constructor)})";
        foreach (var field in type.GetFields(Own).Where(f => f.IsPublic)) yield return $"{(field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}")}";
        foreach (var property in type.GetProperties(Own).Where(p => p.GetAccessors(true).Any(IsSeen)))
            yield return $"{Kind(property.GetAccessors(true)[0])}{Name(property.PropertyType)} {property.Name} {{ {string.Join("; ", property.GetAccessors(true).Where(IsSeen).Select(a => a.ReturnType == typeof(void) ? "set" : "get"))} }}";
        foreach (var method in type.GetMethods(Own).Where(m => IsSeen(m) && !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal)))
            yield return $"{Kind(method)}{Name(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "")}({Parameters(method)})";
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Kind(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "") + (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal && method.DeclaringType!.IsInterface ? "virtual " : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type) =>
        type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
}
