using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Kaizen.Abstractions;

namespace Kaizen.Tests.House;

/// <summary>The public members of an assembly, a line each: as much as plugins that are built already hold on to.</summary>
internal static partial class PublicApi
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(t => Lines(t).Select(l => $"{t.FullName!.Replace('+', '.')}: {l}")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What does not hold any more of what a version of the contract promised in a folder.</summary>
    public static IEnumerable<string> Broken(string folder, int version, IReadOnlyCollection<string> now)
    {
        var promise = Path.Combine(folder, $"PublicApi.v{version}.txt");
        return File.Exists(promise) ? Breaks(File.ReadAllLines(promise), now) : [$"nobody promised version {version}: copy PublicApi.txt to {Path.GetFileName(promise)}"];
    }

    /// <summary>What a plugin that was compiled against <paramref name="before"/> would not find in <paramref name="now"/>, or would lack.</summary>
    public static IEnumerable<string> Breaks(IReadOnlyCollection<string> before, IReadOnlyCollection<string> now)
    {
        var types = before.Select(TypeOf).ToHashSet();
        return before.Except(now).Select(l => $"gone: {l}")
            .Concat(now.Except(before).Where(l => ToBeWritten().IsMatch(l) && types.Contains(TypeOf(l)) && !OnlyTheHostWrites(l)).Select(l => $"to be written: {l}"));
    }

    private static string TypeOf(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];

    [GeneratedRegex("^[^:]+: (protected )?abstract ")]
    private static partial Regex ToBeWritten();

    /// <summary>The builder is the host's: plugins call it.</summary>
    private static bool OnlyTheHostWrites(string line) => TypeOf(line) == typeof(IPluginBuilder).FullName;

    private static IEnumerable<string> Lines(Type type)
    {
        var bases = new[] { type.BaseType }.Concat(type.GetInterfaces()).OfType<Type>().Where(b => b.IsPublic && b != typeof(object)).Select(Name).Order(StringComparer.Ordinal);
        yield return $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class")} : {string.Join(", ", bases)}";
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type)) yield return $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Own).Where(IsSeen)) yield return $"{Kind(constructor)}new({Parameters(constructor.GetParameters())})";
        foreach (var field in type.GetFields(Own).Where(f => f.IsPublic)) yield return $"{(field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}")}";
        foreach (var property in type.GetProperties(Own))
        {
            var seen = property.GetAccessors(true).Where(IsSeen).ToList();
            if (seen.Count > 0) yield return $"{Kind(seen[0])}{Name(property.PropertyType)} {property.Name}{Index(property)} {{ {string.Join("; ", seen.Select(a => Accessor(a, seen[0])))} }}";
        }

        foreach (var added in type.GetEvents(Own).Where(e => IsSeen(e.AddMethod!))) yield return $"{Kind(added.AddMethod!)}event {Name(added.EventHandlerType!)} {added.Name}";
        foreach (var method in type.GetMethods(Own).Where(m => IsSeen(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && !m.Name.Contains('<', StringComparison.Ordinal)))
            yield return $"{Kind(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method.GetParameters())}){string.Concat(method.GetGenericArguments().Select(Bounds))}";
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Kind(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsSealed ? "virtual " : "");

    private static string Index(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "";

    /// <summary>A caller of <c>set</c> does not find <c>init</c>, nor the other way round.</summary>
    private static string Accessor(MethodInfo accessor, MethodInfo first) => (accessor.IsPublic || !first.IsPublic ? "" : "protected ")
        + (accessor.ReturnType != typeof(void) ? "get" : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? "init" : "set");

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Bounds(Type parameter)
    {
        var kinds = parameter.GenericParameterAttributes & GenericParameterAttributes.SpecialConstraintMask;
        string[] bounds = [.. kinds == GenericParameterAttributes.None ? [] : new[] { kinds.ToString() }, .. parameter.GetGenericParameterConstraints().Select(Name)];
        return bounds.Length == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", bounds)}";
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type) =>
        type.IsByRef ? $"{Name(type.GetElementType()!)}&"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
}
