namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ2091</summary>
    public static readonly Message EditRefused = Error("KZ2091", "'{0}' was left as it is: {1}",
        "What a person wrote is changed only where every other sign stays as it is and nothing else would read differently. Where that is not sure, nothing is written, and the lines to put in by hand are printed.",
        "put the lines below in by hand");

    /// <summary>KZ2092</summary>
    public static readonly Message EditBreaks = Error("KZ2092", "Nothing was written: with this, '{0}' would have the faults above.",
        "Before a verb writes, the new text is read as the next run would read it. A file that would be faulty afterwards is left as it is.",
        "mend what is told above, or say it in another way");

    /// <summary>KZ3081</summary>
    public static readonly Message RowsUnfit = Error("KZ3081", "'{0}' takes no row by hand: {1}.",
        "A row is added to a text file in UTF-8 whose first line names the columns. What stands there already stays as it is, so a file of another shape is left alone.",
        "look at the first line of the file");

    /// <summary>KZ3082</summary>
    public static readonly Message ContactsUnread = Warning("KZ3082", "'{0}' is not read: {1}.",
        "Contacts with customers are rows of a text file in UTF-8 whose first line names the columns. Without it nobody can be told what came of theirs; everything else is.",
        "look at the first line of the file");

    /// <summary>KZ3083</summary>
    public static readonly Message ContactColumnMissing = Warning("KZ3083", "'{0}' has no column '{1}'.",
        "The first line of the file names date, by, with, role, what, follow_up and due. What stands in the other columns is shown.",
        "name the column in the first line of the file");

    /// <summary>KZ3084</summary>
    public static readonly Message ContactDateUnread = Warning("KZ3084", "'{0}' in line {1} of '{2}' is no date: {3}.",
        "A date is written as 2026-03-09. Where other dates of the file show the order of day and month, other forms are understood, too.",
        "write it as 2026-03-09");

    /// <summary>KZ6041</summary>
    public static readonly Message NotYet = Error("KZ6041", "{0} lies after today, {1}: what has not happened cannot be noted.",
        "Notes tell what was done, seen and measured. What is planned stands under 'due', in a target or in a prediction.",
        "look at the date");

    /// <summary>KZ6042</summary>
    public static readonly Message WhichOne = Error("KZ6042", "{0} {1} of '{2}' fit '{3}'; it is not clear which one is meant.",
        "A part of its text names one of several only where no other holds it too. Its number always does.",
        "name it by its number");

    /// <summary>KZ6043</summary>
    public static readonly Message SaidBefore = Error("KZ6043", "It is written already: {0}.",
        "What a person wrote is not replaced in silence.",
        "change it in the file where it is wrong");

    /// <summary>KZ6044</summary>
    public static readonly Message NothingReads = Error("KZ6044", "No metric reads '{0}', so nobody would see the value.",
        "A value typed by hand is a row of a file that a source reads and a metric measures. Both are named once in kaizen.yaml.",
        "put the lines below into kaizen.yaml first");

    /// <summary>KZ6045</summary>
    public static readonly Message NotANumberTyped = Error("KZ6045", "'{0}' cannot be read as a number: {1}.",
        "A number is written with digits and a point before decimals. A comma before decimals is understood where it can mean nothing else, and a percentage where the metric is a share.",
        "write it as 5.2");

    /// <summary>KZ6046</summary>
    public static readonly Message NumberRead = Information("KZ6046", "'{0}' was read as {1}.",
        "What is written into the file is said, so that a misunderstanding shows at once.");

    /// <summary>KZ6047</summary>
    public static readonly Message BeyondKnown = Warning("KZ6047", "Source '{0}' is known until {1}: the value of {2} does not count before that date is moved.",
        "The date under known_until says up to when the rows are complete. Rows from then on are not counted.",
        "move known_until of the source in kaizen.yaml, or take it away");

    /// <summary>KZ6048</summary>
    public static readonly Message DecisionOfAnotherKind = Error("KZ6048", "'{0}' is no decision of a {1} cycle.",
        "Each kind of cycle ends in its own words: PDCA in adopt, adapt or abandon, SDCA in hold, correct or retire, EDCA in pursue, pivot or drop, CAP-Do in standardise, improve, explore or stop.",
        "choose one of the words of its kind");

    /// <summary>KZ6049</summary>
    public static readonly Message DecidedBefore = Error("KZ6049", "'{0}' was decided already: {1}{2}.",
        "A decision is kept as it was taken, so that it can be held against what came of it later. One that was written wrongly is replaced with --force.",
        "add --force to replace it");

    /// <summary>KZ6050</summary>
    public static readonly Message DepartsUnsaid = Error("KZ6050", "The decision is to {0}, the evidence says {1}, and no reason is given.",
        "The recommendation is the engine's, the decision is people's. Where they differ, the reason is what both can be compared by later.",
        "say why with --because");

    /// <summary>KZ6051</summary>
    public static readonly Message StillMissing = Warning("KZ6051", "{0}",
        "What was decided is written. Something that the method asks for at this gate is not there yet.",
        "write it into the file, or name it in the command");

    /// <summary>KZ6052</summary>
    public static readonly Message FileThere = Error("KZ6052", "'{0}' is there already; nothing was written.",
        "A new cycle never takes the place of a file that somebody wrote.",
        "name another id with --next");

    /// <summary>KZ6061</summary>
    public static readonly Message NotBegun = Error("KZ6061", "On {0} there is nothing to decide of '{1}': it has not begun, {2}.",
        "A decision says what became of a change. A plan that is given up before its Do begins is cancelled with its reason; once Do has begun it ends in a decision.",
        "give it up with 'cancelled: { date: ..., because: ... }' in its file, or write do.started first");

    /// <summary>KZ6062</summary>
    public static readonly Message StillFollows = Warning("KZ6062", "'{0}' still follows on '{1}', as the decision before ({2}) had it.",
        "A cycle that a decision began has a file of its own, in which people may have written since. When the decision is replaced, that file stays, and somebody has to say whether it goes on.",
        "delete its file, or write 'cancelled: { date: ..., because: ... }' into it");

    /// <summary>KZ6063</summary>
    public static readonly Message DayOver = Error("KZ6063", "{0} is over on {1}: {2}.",
        "A day on which something is to be seen lies ahead of the day on which it is said. Most often the year is wrong, or day and month were swapped.",
        "look at the date");

    /// <summary>KZ6064</summary>
    public static readonly Message DueOver = Warning("KZ6064", "The new action is overdue from its first day: it is due on {0}, and {1} is today.",
        "An action may be written down late. Mostly the year is wrong, or day and month were swapped.",
        "look at the date, or add --done where it is done");
}
