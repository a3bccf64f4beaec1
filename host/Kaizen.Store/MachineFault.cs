using Microsoft.Data.Sqlite;

namespace Kaizen.Store;

/// <summary>What a fault of disk, rights or another program means in plain words, and the way out.</summary>
/// <param name="Why">The reason, as the end of a sentence without its full stop.</param>
/// <param name="WayOut">What a person can do about it.</param>
public sealed record MachineFault(string Why, string WayOut)
{
    internal static readonly MachineFault FolderInPlace = new("a folder stands in its place", "move the folder away");

    /// <summary>Somebody else wrote between the look and the writing.</summary>
    public static readonly MachineFault ChangedMeanwhile = new("another program changed it in this moment", "try again");

    private static readonly MachineFault Full = new("the disk is full", "free some space and run again; what was there before is untouched");
    private static readonly MachineFault Denied = new("access is denied", "look at the rights of the file and of its folder");
    private static readonly MachineFault ReadOnly = new("it is read only", "look at the rights of the file and of its folder, and at how the disk is mounted");
    private static readonly MachineFault Broken = new("the disk reports a fault", "look at free space and at the health of the disk");
    private static readonly MachineFault Open = new("another program keeps it open", "close the other program, or wait for it, and run again");

    /// <summary>The words for what was thrown on reading or writing a file or the store.</summary>
    public static MachineFault Of(Exception fault) => fault switch
    {
        SqliteException store => OfStore(store),
        OutputException output => output.Fault,
        UnauthorizedAccessException => Denied,
        IOException file => OfFile(file),
        _ => new MachineFault(fault.Message.TrimEnd('.'), "look at free space and at the rights of the folder"),
    };

    /// <summary>Whether the store's content is at fault, and not the machine. The statements are fixed, so one that fails finds other tables than ours.</summary>
    internal static bool IsDamage(SqliteException fault) => fault.SqliteErrorCode is 1 or 11 or 19 or 20 or 24 or 26;

    /// <summary>What the damage is.</summary>
    internal static string Damage(SqliteException fault) => fault.SqliteErrorCode switch
    {
        26 => "it is no SQLite file",
        1 or 20 => "its tables are not as expected",
        _ => "it is damaged",
    };

    private static MachineFault OfStore(SqliteException fault) => fault.SqliteErrorCode switch
    {
        3 or 23 => Denied,
        5 or 6 => new("another program keeps it locked", "close the other program, or wait for it, and run again"),
        7 => new("there is not enough memory", "end other programs and run again"),
        8 when fault.SqliteExtendedErrorCode >> 8 == 3 => ReadOnly with { Why = "a write that was cut short has to be undone first, but it is read only" },
        8 => ReadOnly,
        10 => Broken,
        13 => Full,
        14 => new("it, or a file beside it, cannot be opened", "look at free space, at the rights of .kaizen/ and at what stands there"),
        15 or 22 => new("the file system does not lock files as it should", "keep the workspace on a disk of this machine"),
        _ when IsDamage(fault) => new(Damage(fault), "run again: a damaged store is set aside and rebuilt"),
        _ => new($"SQLite reports its error {fault.SqliteErrorCode}", "look at free space and at the rights of .kaizen/"),
    };

    // Numbers of Linux and macOS as they are, those of Windows behind 0x8007.
    private static MachineFault OfFile(IOException fault) => fault.HResult switch
    {
        28 or 69 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) or unchecked((int)0x8007050F) => Full,
        30 or unchecked((int)0x80070013) => ReadOnly,
        5 or unchecked((int)0x8007045D) => Broken,
        11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021) => Open,
        _ => new(fault.Message.TrimEnd('.'), "look at free space and at the rights of the folder"),
    };
}
