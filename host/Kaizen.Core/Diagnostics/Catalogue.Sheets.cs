namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ5101</summary>
    public static readonly Message ReplayDiffers = Error("KZ5101", "The sheet of '{0}' as of {1}, rebuilt, is not the one that was kept: {2}.",
        "A sheet is a function of definitions, ledger, data, plugins and templates: the same ones give the same bytes. Definitions and data stay where they are, so go back to those of that day (git knows them) and replay again; the sheet as it was kept lies beside the rebuilt one.",
        "compare the two; git knows what a file said on that day");

    /// <summary>KZ5102</summary>
    public static readonly Message KeptStays = Warning("KZ5102", "As of {0}, {1} now {2} other than what was kept on that date; what was kept stays.",
        "That day is over, and what was kept is what people saw on it. The output folder shows the new sheet; 'replay' puts both beside each other and names what changed. Whoever means to replace what was kept deletes the file named and the sheet in the output folder, and runs again for that date.",
        "'replay' shows both and names what changed");
}
