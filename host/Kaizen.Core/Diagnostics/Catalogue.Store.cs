namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ4001</summary>
    public static readonly Message StoreNewer = Error("KZ4001", "The store {0} was written by a newer Kaizen (format {1}, this one knows {2}).",
        "Evidence is kept in SQLite under .kaizen/. Update Kaizen, or move the store aside: evidence can be rebuilt from definitions, data and ledger.",
        "update Kaizen, or move the store aside");

    /// <summary>KZ4002</summary>
    public static readonly Message StoreCorrupt = Warning("KZ4002", "The store {0} could not be read ({1}); it was set aside as {2} and begun anew.",
        "Evidence can be rebuilt at any time from definitions, data and ledger, so nothing is lost.");

    /// <summary>KZ4003</summary>
    public static readonly Message StoreUnwritable = Error("KZ4003", "The store or an output could not be written: {0}.",
        "Kaizen writes to .kaizen/, ledger.ndjson and the output folder of the workspace. What was there before is untouched.",
        "look at free space and at the rights of the folder");

    /// <summary>KZ4004</summary>
    public static readonly Message WorkspaceBusy = Error("KZ4004", "Another run{1} has held this workspace for over {0} seconds.",
        "One run at a time writes to a workspace. Wait for the other, or end it; the lock goes with the process that holds it.",
        "wait for the other run, or end it");

    /// <summary>KZ4005</summary>
    public static readonly Message StoreUnreadable = Error("KZ4005", "The store {0} cannot be used: {1}.",
        "Something outside the store keeps Kaizen from it: rights, a disk, another program. Nothing was written; once that is mended, run again.",
        "look at the rights of .kaizen/ and at what else has it open");

    /// <summary>KZ4006</summary>
    public static readonly Message StorePassedOver = Warning("KZ4006", "The store {0} is passed over ({1}): what is shown was worked out anew, and nothing is written.",
        "'status' and 'show' only look. Evidence can be rebuilt at any time from definitions, data and ledger; 'kaizen run' does so and sets a damaged store aside.");

    /// <summary>KZ4007</summary>
    public static readonly Message HostHampered = Error("KZ4007", "The host could not do its work on {0}: {1}.",
        "'kaizen serve' goes on with everything else and tries again by itself. Where the message names a fault of the program, its log holds the details.",
        "it is tried again by itself; look at the host's log");

    /// <summary>KZ4101</summary>
    public static readonly Message LedgerLine = Error("KZ4101", "This line of the ledger cannot be read: {0}.",
        "ledger.ndjson holds one JSON object a line. Restore the line from git; no run writes to a ledger that does not verify.",
        "restore the line from git");

    /// <summary>KZ4102</summary>
    public static readonly Message LedgerChain = Error("KZ4102", "The ledger's chain for cycle '{0}' breaks here: the line that this one follows was changed, moved or removed.",
        "Each line holds the hash of a line of its cycle before it. Restore the ledger from git.",
        "restore the ledger from git");

    /// <summary>KZ4103</summary>
    public static readonly Message LedgerChanged = Error("KZ4103", "This line of the ledger ({0}, cycle '{1}') was changed after it was written.",
        "Each line ends with the SHA-256 over what it says, so every changed character shows. Restore the line from git; no run writes to a ledger that does not verify.",
        "restore the line from git");

    /// <summary>KZ4104</summary>
    public static readonly Message LedgerNewer = Warning("KZ4104", "This line of the ledger ({0}, cycle '{1}') says what this Kaizen does not know; it is kept, {2}.",
        "A newer Kaizen may have written it. Its hash is right, so it verifies, and it stays as it is when others are added; but nothing of it shows on a sheet, since half of what somebody said may be the opposite. A lock counts all the same: else a property too many would undo it. Update Kaizen, or take the line out if nobody knows where it comes from.",
        "update Kaizen");

    /// <summary>KZ4105</summary>
    public static readonly Message LedgerAnswer = Error("KZ4105", "This answer in the ledger (cycle '{0}') belongs to no question: the line that it answers is not there.",
        "An answer names the line of its question. Kaizen never writes one without it, so the question was removed or the answer was made by other means; on no sheet would it be seen. Restore the ledger from git.",
        "restore the ledger from git");

    /// <summary>KZ4106</summary>
    public static readonly Message LedgerUnreadable = Error("KZ4106", "The ledger {0} cannot be read: {1}.",
        "The file is there, but something outside of it keeps Kaizen from it: rights, a disk, another program. Nothing was written; once that is mended, run again.",
        "look at the rights of the file");

    /// <summary>KZ4107: no lock is taken on a day that has not come.</summary>
    public static readonly Message LockAhead = Information("KZ4107", "{0} lies after today, {1}: the predictions of {2} are not locked by this run.",
        "A lock is dated by the day from which a run looks. One dated later than today would not be seen by the runs until then, and the prediction could be changed meanwhile without a trace.",
        "a run from today or an earlier day locks them");

    /// <summary>KZ4108: what people say is said today at the latest.</summary>
    public static readonly Message NoteAhead = Information("KZ4108", "{0} lies after today, so this is dated {1}.",
        "Nobody asks, answers or signs on a day that has not come. A line with such a date would stay unseen until then.");

    /// <summary>KZ4109</summary>
    public static readonly Message SignedBeside = Information("KZ4109", "It is written down; the sheet of '{0}' stays a draft until its sponsor, {1}, signs.",
        "G2 agrees to the plan, and that is the sponsor's word. Others sign beside it: a coach says that the plan was discussed.");

    /// <summary>KZ4110: a clock that was ahead locks nobody.</summary>
    public static readonly Message LockUnborn = Warning("KZ4110", "This lock on the predictions of '{0}' is of {1}, which lies after today, {2}: it does not count.",
        "A run whose clock was ahead took it. If it counted, no run until then would show a lock or take one, and the prediction could be changed meanwhile without a trace. A run of today takes a lock where one is due, and of two locks the earlier counts, so the line can stay where it is.",
        "if the lines of that run were not committed, restore ledger.ndjson from git; else the line can stay");
}
