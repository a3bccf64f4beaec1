using Kaizen.Abstractions;
using Kaizen.Core.Diagnostics;
using Kaizen.Store;

namespace Kaizen.Hosting.Runs;

/// <summary>What is said where a workspace cannot be written to, now or at all.</summary>
public static class Writing
{
    /// <summary>The diagnostic for what was thrown on writing.</summary>
    /// <param name="folder">The workspace; the place is named from there.</param>
    /// <param name="place">What was being written, where the fault does not say so itself.</param>
    /// <param name="fault">What was thrown.</param>
    public static Diagnostic Failed(string folder, string place, Exception fault)
    {
        var machine = MachineFault.Of(fault);
        if (fault is OutputException output) place = Path.GetRelativePath(folder, output.Path);
        var words = (fault.InnerException ?? fault).Message;
        return Catalogue.StoreUnwritable.At(null, $"'{place}': {machine.Why}") with
        {
            Hint = machine.WayOut,
            Details = fault is OutputException { InnerException: null } || words.TrimEnd('.') == machine.Why ? [] : [words],
        };
    }

    /// <summary>That another run held the workspace to the end of our patience.</summary>
    internal static Diagnostic Busy(string folder) =>
        Catalogue.WorkspaceBusy.At(null, WorkspaceLock.Patience.TotalSeconds, By(folder)) with { Hint = "wait for it, or end it, and run again" };

    /// <summary>That it is waited for.</summary>
    internal static RunProgress Waiting(string folder) => new("record", $"waiting for another run{By(folder)}, at most {WorkspaceLock.Patience.TotalSeconds:0} seconds") { Waits = true };

    private static string By(string folder) => LockHolder.Of(folder) is { } holder ? $" ({holder})" : "";
}
