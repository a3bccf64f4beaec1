namespace Kaizen.Store;

/// <summary>A file that could not be put in its place; what stood there before still does.</summary>
public sealed class OutputException : IOException
{
    /// <summary>The fault at a file.</summary>
    public OutputException(string path, MachineFault fault, Exception? inner = null) : base($"{path}: {fault.Why}", inner)
    {
        Path = path;
        Fault = fault;
    }

    /// <summary>The file that was to be written.</summary>
    public string Path { get; }

    /// <summary>Why it could not be, and the way out.</summary>
    public MachineFault Fault { get; }
}
