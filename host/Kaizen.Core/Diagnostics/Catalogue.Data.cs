namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ3001</summary>
    public static readonly Message UnknownPlugin = Error("KZ3001", "No plugin offers a source called '{0}'.",
        "The word after 'use:' names an installed plugin, or plugin/source. 'kaizen plugin' lists what is installed.");

    /// <summary>KZ3002</summary>
    public static readonly Message PluginIncompatible = Error("KZ3002", "Plugin '{0}' works with contract {1}, this Kaizen offers {2}.",
        "The plugin was written for another version of the contract. Install a version of the plugin, or of Kaizen, that fits.");

    /// <summary>KZ3003</summary>
    public static readonly Message PluginFaulty = Error("KZ3003", "Plugin '{0}' cannot be loaded: {1}.",
        "The plugin's folder or assembly is not as the contract wants it. Reinstall it, or tell its author.");

    /// <summary>KZ3004</summary>
    public static readonly Message PluginFailed = Error("KZ3004", "Plugin '{0}' failed on source '{1}': {2}: {3}.",
        "The plugin threw something that it should have explained itself. That is a bug of the plugin; other sources are not affected.");

    /// <summary>KZ3005</summary>
    public static readonly Message SourceUnreadable = Error("KZ3005", "Source '{0}' cannot be read. {1}",
        "The plugin says what is wrong with the file or connection of the source.");

    /// <summary>KZ3006</summary>
    public static readonly Message RefusedValues = Error("KZ3006", "Source '{0}': {1} of column '{2}' cannot be read.",
        "Values are never guessed. Mend the rows listed, state the format in the source's options, or write 'bad_rows: leave_out' at the source; the sheet then says so.");

    /// <summary>KZ3007</summary>
    public static readonly Message NoRows = Error("KZ3007", "Source '{0}' has no rows.",
        "There is a header but nothing below it, so nothing can be measured.");

    /// <summary>KZ3008</summary>
    public static readonly Message NoTimes = Error("KZ3008", "No row of source '{0}' has a time in column '{1}'.",
        "Rows without a time belong to no day or week, so nothing can be measured.");

    /// <summary>KZ3009</summary>
    public static readonly Message TooManySlots = Error("KZ3009", "Source '{0}' begins on {1}: metric '{2}' would have about {3} slots, more than {4}.",
        "One row with a wrong date far in the past makes a series of empty slots. Mend the row, or write 'known_from' at the source.");

    /// <summary>KZ2201</summary>
    public static readonly Message UnknownOption = Error("KZ2201", "Source type '{0}' has no option '{1}'.",
        "Each source type has its own options under 'with:'; its README lists them.");

    /// <summary>KZ2202</summary>
    public static readonly Message MissingOption = Error("KZ2202", "Source '{0}' needs the option '{1}'.",
        "The plugin cannot work without this option under 'with:'.");

    /// <summary>KZ2203</summary>
    public static readonly Message WrongOptionType = Error("KZ2203", "Option '{0}' must be {1}, but this is {2}.",
        "Options under 'with:' have declared types.");

    /// <summary>KZ2204</summary>
    public static readonly Message OptionNotAllowed = Error("KZ2204", "Option '{0}' cannot be '{1}'.",
        "The option takes one of a few values.");

    /// <summary>KZ2205</summary>
    public static readonly Message OptionFault = Error("KZ2205", "Option '{0}': {1}",
        "The plugin says what is wrong with the value of the option.");

    /// <summary>KZ2206</summary>
    public static readonly Message OptionTwice = Error("KZ2206", "Option '{0}' is written twice.",
        "An option may stand under 'with:' once.");

    /// <summary>KZ3010</summary>
    public static readonly Message UnknownColumn = Error("KZ3010", "Source '{0}' has no column '{1}'.",
        "A row expression, a time column or a filter names a column that the source does not have.");

    /// <summary>KZ3013</summary>
    public static readonly Message RowsBeyondRange = Error("KZ3013", "Source '{0}': metric '{1}' gives no finite number in {2}.",
        "An operation of its row expression goes beyond about 1.8e308, where numbers end. No value is guessed: mend the rows listed, keep the expression in range, or write 'bad_rows: leave_out' at the source; the sheet then says so.");

    /// <summary>KZ3014</summary>
    public static readonly Message AggregateBeyondRange = Error("KZ3014", "Source '{0}': the {1} of metric '{2}' is no finite number.",
        "Each row is finite, but all together go beyond about 1.8e308, where numbers end. Look for a wrong value in the periods listed, or write the expression in a larger unit.");
}
