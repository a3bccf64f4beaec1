namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ6071</summary>
    public static readonly Message PluginNameUnfit = Error("KZ6071", "'{0}' cannot be the name of a new plugin: {1}.",
        "The name is the plugin's id and stands behind 'use:'. It has 2 to 40 lower-case letters, digits and single hyphens, begins with a letter, and no plugin that came with Kaizen has it.",
        "such as acme or acme-crm");

    /// <summary>KZ6072</summary>
    public static readonly Message ScaffoldThere = Error("KZ6072", "'{0}' is there already and not empty; nothing was written.",
        "A scaffold is written into a new folder, so that nothing of a person is overwritten.",
        "choose another name, or another folder with --in");

    /// <summary>KZ6073</summary>
    public static readonly Message NoPluginThere = Error("KZ6073", "There is no plugin in '{0}'.",
        "A plugin is a folder with a plugin.yaml: its source, or the folder that is copied into a workspace.",
        "name the folder that holds plugin.yaml");

    /// <summary>KZ3051</summary>
    public static readonly Message SdkMissing = Error("KZ3051", "This installation lacks what a new plugin is made of: {0}.",
        "The folders 'sdk' and 'templates/plugin' lie beside the executable and hold the packages and the files that a scaffold is made of.",
        "install Kaizen again, or copy the folder from another installation of this version");

    /// <summary>KZ3052</summary>
    public static readonly Message PluginNotBuilt = Error("KZ3052", "The plugin in '{0}' is not built: '{1}' is neither there nor in dist/ or bin/ below.",
        "Its test cases run the plugin as it was built last.",
        "run 'dotnet build' there first");

    /// <summary>KZ3053</summary>
    public static readonly Message NoTestCases = Error("KZ3053", "The plugin in '{0}' has no test cases.",
        "A test case is a folder in 'testcases' with a cycle.yaml, the files that it reads, and an expected.json that --update writes; a kaizen.yaml lies beside the cycle.yaml or, for all cases, in 'testcases' itself. A folder NAME.xlsx or NAME.zip is packed to a file of that name, a script NAME.db.sql or NAME.sqlite.sql makes the SQLite database NAME.db or NAME.sqlite.",
        "make testcases/CASE with a kaizen.yaml and a cycle.yaml");

    /// <summary>KZ3054</summary>
    public static readonly Message TestCaseUnfit = Error("KZ3054", "Test case '{0}' cannot be run: {1}.",
        "A test case is a folder with a cycle.yaml, a kaizen.yaml that states 'as_of' so that every day gives the same, the files that the cycle reads, and an expected.json that --update writes.",
        "look into its folder");

    /// <summary>KZ3055</summary>
    public static readonly Message TestScriptUnfit = Error("KZ3055", "The database '{0}' of a test case cannot be made: {1}.",
        "A script NAME.db.sql or NAME.sqlite.sql in a test case is run by SQLite to make the database NAME.db or NAME.sqlite that the case reads; what 'sqlite3 NAME.db .dump' prints is such a script.",
        "mend the statement; 'sqlite3 -bail :memory: < FILE' runs the script by hand");

    /// <summary>KZ3056</summary>
    public static readonly Message TestArchiveEmpty = Error("KZ3056", "The folder '{0}' of a test case is to be packed and holds nothing.",
        "A folder in a test case whose name ends in .xlsx or .zip is packed to a file of that name, which the case reads; it holds the files of the archive.",
        "put the archive's files there, such as what 'unzip -d NAME.xlsx' takes out of a workbook");

    /// <summary>KZ3057</summary>
    public static readonly Message TestInputTwice = Error("KZ3057", "A test case has '{0}' beside '{1}', of which it would be made.",
        "What a test case reads is there as it stands or made of a script, not both.",
        "keep one of the two");
}
