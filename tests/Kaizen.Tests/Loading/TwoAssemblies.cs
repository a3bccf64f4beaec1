using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace Kaizen.Tests.Loading;

/// <summary>A plugin in its folder with a library beside it, written in whatever version a test asks for.</summary>
internal static class TwoAssemblies
{
    /// <summary>Writes both, over what is there; the path is the plugin's.</summary>
    public static string Write(string folder, int version)
    {
        var library = Path.Combine(Directory.CreateDirectory(folder).FullName, "Library.dll");
        Save(library, new Version(version, 0), code => code.Emit(OpCodes.Ldstr, $"library {version}"));

        // A call needs the method itself, so the library is read back for as long as the plugin is being written.
        var reading = new AssemblyLoadContext(null, isCollectible: true);
        using var bytes = new MemoryStream(File.ReadAllBytes(library));
        var say = reading.LoadFromStream(bytes).GetType("Library")!.GetMethod("Say")!;
        var plugin = Path.Combine(folder, "Plugin.dll");
        Save(plugin, new Version(1, 0), code => code.Emit(OpCodes.Call, say));
        reading.Unload();
        return plugin;
    }

    private static void Save(string file, Version version, Action<ILGenerator> body)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = version }, typeof(object).Assembly);
        var type = assembly.DefineDynamicModule(name).DefineType(name, TypeAttributes.Public | TypeAttributes.Class);
        var code = type.DefineMethod("Say", MethodAttributes.Public | MethodAttributes.Static, typeof(string), Type.EmptyTypes).GetILGenerator();
        body(code);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(file);
    }
}
