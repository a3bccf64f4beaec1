using System.Reflection;
using System.Reflection.Emit;
using Kaizen.Abstractions;

namespace Kaizen.Tests.PluginHost;

/// <summary>Assemblies that no project of ours could hold: each keeps a plugin from being loaded in a way of its own.</summary>
internal static class Emitted
{
    /// <summary>An assembly with one class that implements <see cref="IPlugin"/>.</summary>
    /// <param name="file">Where it is written.</param>
    /// <param name="shape">Whether the class and its constructor are public.</param>
    /// <param name="constructor">What the constructor does.</param>
    /// <param name="register">What Register does.</param>
    public static void Plugin(string file, (bool Class, bool Constructor)? shape = null, Action<ILGenerator>? constructor = null, Action<ILGenerator>? register = null)
    {
        var (open, made) = shape ?? (true, true);
        var assembly = New(file, out var module);
        var type = module.DefineType("Stumbling", open ? TypeAttributes.Public : TypeAttributes.NotPublic, typeof(object), [typeof(IPlugin)]);
        Fill(type.DefineConstructor(made ? MethodAttributes.Public : MethodAttributes.Private, CallingConventions.Standard, Type.EmptyTypes).GetILGenerator(), il =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, typeof(object).GetConstructor(Type.EmptyTypes)!);
            constructor?.Invoke(il);
        });
        Fill(type.DefineMethod(nameof(IPlugin.Register), MethodAttributes.Public | MethodAttributes.Virtual, typeof(void), [typeof(IPluginBuilder)]).GetILGenerator(), register);
        type.CreateType();
        assembly.Save(file);
    }

    /// <summary>A call into a library that is written to <paramref name="file"/>.</summary>
    public static Action<ILGenerator> CallInto(string file)
    {
        var assembly = New(file, out var module);
        var type = module.DefineType("Tool", TypeAttributes.Public);
        var method = type.DefineMethod("Use", MethodAttributes.Public | MethodAttributes.Static, typeof(void), Type.EmptyTypes);
        Fill(method.GetILGenerator(), null);
        type.CreateType();
        assembly.Save(file);
        return il => il.Emit(OpCodes.Call, method);
    }

    public static void Throw(ILGenerator il)
    {
        il.Emit(OpCodes.Ldstr, "no settings.");
        il.Emit(OpCodes.Newobj, typeof(InvalidOperationException).GetConstructor([typeof(string)])!);
        il.Emit(OpCodes.Throw);
    }

    private static PersistedAssemblyBuilder New(string file, out ModuleBuilder module)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Path.GetFileNameWithoutExtension(file)) { Version = new Version(1, 2, 0, 0) }, typeof(object).Assembly);
        module = assembly.DefineDynamicModule(assembly.GetName().Name!);
        return assembly;
    }

    private static void Fill(ILGenerator il, Action<ILGenerator>? body)
    {
        body?.Invoke(il);
        il.Emit(OpCodes.Ret);
    }
}
