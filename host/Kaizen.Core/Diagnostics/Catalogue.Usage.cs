namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ6001</summary>
    public static readonly Message NoWorkspace = Error("KZ6001", "There is no kaizen.yaml in '{0}' or in a folder above it.",
        "A workspace is a folder with kaizen.yaml. Name it as the first argument, go there, or make one with 'kaizen init'.",
        "name the workspace, or make one with 'kaizen init FOLDER'");

    /// <summary>KZ6002</summary>
    public static readonly Message NothingSelected = Error("KZ6002", "No cycle is called '{0}'.",
        "Selectors are names or patterns (* and ?) over a cycle's id or domain/id, such as s1-* or sales/*.",
        "'kaizen status' lists the cycles");

    /// <summary>KZ6003</summary>
    public static readonly Message UnknownName = Error("KZ6003", "There is no {0} called '{1}'.",
        "The name is not known; the hint names the nearest or lists those that there are.",
        "'kaizen --help' lists what there is");

    /// <summary>KZ6004</summary>
    public static readonly Message FolderNotEmpty = Error("KZ6004", "'{0}' already holds a {1}; nothing was written.",
        "init does not overwrite what a person wrote. Choose another folder.",
        "choose another folder");

    /// <summary>KZ6005</summary>
    public static readonly Message NotYetRun = Error("KZ6005", "Nothing is recorded yet for '{0}'.",
        "Run the cycle first with 'kaizen run'.",
        "run it first with 'kaizen run'");

    /// <summary>KZ6006: what the parser found and no other message says.</summary>
    public static readonly Message WrongLine = Error("KZ6006", "{0}",
        "The command line cannot be understood as it stands. 'kaizen VERB --help' shows the arguments and options of a verb, with examples.",
        "see 'kaizen --help'");

    /// <summary>KZ6007</summary>
    public static readonly Message OneCycle = Error("KZ6007", "This needs one cycle, and {0} fit what you named.",
        "A question, an answer and a signature belong to one cycle. Name its id.",
        "name the id of one");

    /// <summary>KZ6008: a person may be new, so what was said is kept.</summary>
    public static readonly Message UnknownPerson = Warning("KZ6008", "Nobody called '{0}' stands in people: of kaizen.yaml; it was written down as it is.",
        "People are named once in kaizen.yaml, so that sheets show full names.");

    /// <summary>KZ6009</summary>
    public static readonly Message WhichQuestion = Error("KZ6009", "{0} questions to '{1}' are open; it is not clear which one is meant.",
        "An answer belongs to a question. Where exactly one is open it is meant; else name it by its id.",
        "name it with --to");

    /// <summary>KZ6010</summary>
    public static readonly Message WrongClock = Error("KZ6010", "KAIZEN_CLOCK is '{0}', and that is no clock.",
        "KAIZEN_CLOCK sets the clock of a demonstration or a test: 2026-08-30T09:00Z begins there, 2026-08-30*86400 lets a day pass each second.",
        "write it as 2026-08-30T09:00Z, or with a speed as 2026-08-30*86400");

    /// <summary>KZ6011</summary>
    public static readonly Message NotLoopback = Error("KZ6011", "'{0}' is not an address of this machine alone.",
        "The page has no sign-in yet, so it is served on loopback only (127.0.0.1, ::1, localhost). To look from elsewhere, bring the port over by ssh -L.",
        "leave --address away");

    /// <summary>KZ6012</summary>
    public static readonly Message PortTaken = Error("KZ6012", "The page cannot be served on {0}: {1}.",
        "Another program may listen there already. Choose a port with --port; 0 takes any free one.",
        "choose another with --port");

    /// <summary>KZ6013</summary>
    public static readonly Message HostRuns = Error("KZ6013", "Another host{0} keeps the workspace '{1}' already.",
        "One 'kaizen serve' at a time keeps a workspace, so that no loop is closed twice. The lock goes with the process that holds it, however that ends.",
        "look at the page of the other host, or end it first");

    /// <summary>KZ6020</summary>
    public static readonly Message FileExists = Error("KZ6020", "'{0}' is there already; nothing was written.",
        "new makes files and never writes over one that a person may have changed. Choose another id or title, or move the file.",
        "choose another id or title");

    /// <summary>KZ6021</summary>
    public static readonly Message WrongValue = Error("KZ6021", "'{0}' is no {1}.",
        "A number is written as 4, 2.5 or 40 %, a date as 2026-03-02. Of a share the number lies between 0 and 1, or is written in percent.",
        "write it as in the examples of 'kaizen VERB --help'");

    /// <summary>KZ6022</summary>
    public static readonly Message NotATable = Error("KZ6022", "'{0}' cannot be read as a table: {1}.",
        "A table is a text file with the names of columns in its first line and one row a line: a CSV file, as every spreadsheet saves it.",
        "begin the file with one line that names the columns");

    /// <summary>KZ6023</summary>
    public static readonly Message NoDates = Error("KZ6023", "No column of '{0}' holds dates.",
        "A metric is followed over time, so each row needs the day on which it happened. Dates such as 2026-03-02, 02.03.2026 and 3/2/2026 are read, with or without a time; weeks and months in words are not.",
        "add a column with the date of each row, such as 2026-03-02");

    /// <summary>KZ6024</summary>
    public static readonly Message NothingToMeasure = Error("KZ6024", "Nothing in '{0}' can be measured{1}.",
        "A metric comes from two dates, a number, a yes or no, or a text that says how it ended.",
        "look at its columns, or write the metric into the cycle by hand");

    /// <summary>KZ6025: what is to be pasted follows as details.</summary>
    public static readonly Message LeftToPaste = Error("KZ6025", "'{0}' was left as it is: {1}",
        "A file that a person wrote is changed only where nothing else in it can change. Put the lines in yourself; the other files are written.",
        "put these lines into it");

    /// <summary>KZ6026</summary>
    public static readonly Message OptionsTogether = Error("KZ6026", "{0} and {1} do not go together.",
        "Both say where the number of the new cycle comes from, and it has one place.",
        "keep one of the two");

    /// <summary>KZ6027: who names cycles is told of them.</summary>
    public static readonly Message OthersFaulty = Information("KZ6027", "{0} errors, which do not concern the cycles that you named.",
        "Where cycles are named, the faults of their files, of those that they rest on and of kaizen.yaml are told in full, and the exit code goes by them.",
        "'kaizen validate' tells them");
}
