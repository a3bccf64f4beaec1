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
}
