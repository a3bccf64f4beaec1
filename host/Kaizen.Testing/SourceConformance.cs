using Kaizen.Abstractions;

namespace Kaizen.Testing;

/// <summary>
/// What every source keeps to, as xunit tests. Inherit it in a public class, give it examples, and the tests run with yours:
/// <code>public sealed class CrmConformance : SourceConformance&lt;CrmPlugin, CrmOptions&gt;</code>
/// What does not apply is left out by <see cref="Given.Nothing{T}"/> with the reason. xunit makes one instance for each test, so
/// examples may be made in the constructor, in <see cref="Folder"/>. The tests of memory want the assembly's tests one after another:
/// <c>[assembly: CollectionBehavior(DisableTestParallelization = true)]</c>.
/// </summary>
/// <typeparam name="TPlugin">The plugin that offers the source.</typeparam>
/// <typeparam name="TOptions">The source's options.</typeparam>
public abstract partial class SourceConformance<TPlugin, TOptions> : OptionsConformance<TPlugin, TOptions, ISource>, IDisposable
    where TPlugin : IPlugin, new()
    where TOptions : class
{
    /// <summary>A folder for files that the source reads; gone after the test.</summary>
    protected TestFolder Folder { get; } = new();

    /// <summary>Columns of that source and the types that they are read as; two at least, the first of them whatever.</summary>
    protected abstract IReadOnlyList<ColumnRequest> Columns { get; }

    /// <summary>
    /// The values of <see cref="Columns"/> with the options that work, row by row: two rows at least. Null is a missing value (there must be one), a number is any
    /// number, a time a <see cref="DateTime"/> of the kind that is expected: UTC where the data state an offset.
    /// </summary>
    protected abstract IReadOnlyList<object?[]> Expected { get; }

    /// <summary>Options of a source with the columns of <see cref="Columns"/> and no rows.</summary>
    protected abstract Given<TOptions> Empty { get; }

    /// <summary>Options without a fault that name what cannot be reached, such as a file that is not there.</summary>
    protected abstract Given<TOptions> Unreachable { get; }

    /// <summary>Options of a source with the columns of <see cref="Columns"/> and this many rows.</summary>
    /// <param name="rows">How many.</param>
    protected abstract Given<TOptions> Many(long rows);

    /// <summary>Changes one value among the rows of <see cref="OptionsConformance{TPlugin, TOptions, TMade}.Options"/>.</summary>
    protected abstract Given<Action> Change { get; }

    /// <summary>Absolute paths of the files that <see cref="OptionsConformance{TPlugin, TOptions, TMade}.Options"/> reads: they are free once a reader was disposed.</summary>
    protected abstract Given<IReadOnlyList<string>> Files { get; }

    /// <summary>How many rows the test of memory reads.</summary>
    protected virtual long ManyRows => 300_000;

    /// <summary>By how many bytes memory may grow while they are read: a buffer, but not the rows.</summary>
    protected virtual long MemoryBound => 8 << 20;

    /// <summary>Deletes <see cref="Folder"/>. Override it to dispose of more.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Deletes <see cref="Folder"/>.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Folder.Dispose();
    }

    private ISource Open(TOptions options) => Make(options);

    private static ReadRequest Request(params IEnumerable<ColumnRequest> columns) => new([.. columns], new Refusals());
}
