namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ3001</summary>
    public static readonly Message UnknownPlugin = Error("KZ3001", "No plugin offers a {0} called '{1}'.",
        "The word after 'use:' names an installed plugin, or plugin/source. Each plugin is a folder below 'plugins' beside the program; 'csv' comes with it.",
        "install the plugin, or look at the spelling behind 'use:'");

    /// <summary>KZ3002</summary>
    public static readonly Message PluginIncompatible = Error("KZ3002", "Plugin '{0}' works with contract {1}, this Kaizen offers {2}.",
        "The plugin was written for another version of the contract. Install a version of the plugin, or of Kaizen, that fits.",
        "install a version of the plugin, or of Kaizen, that fits");

    /// <summary>KZ3003</summary>
    public static readonly Message PluginFaulty = Error("KZ3003", "Plugin '{0}' cannot be loaded: {1}.",
        "The plugin's folder or assembly is not as the contract wants it. Reinstall it, or tell its author.",
        "reinstall the plugin, or tell its author");

    /// <summary>KZ3004</summary>
    public static readonly Message PluginFailed = Error("KZ3004", "Plugin '{0}' failed on {1}: {2}: {3}.",
        "The plugin threw something that it should have explained itself. That is a bug of the plugin; nothing else is affected.",
        "tell the plugin's author; cycles that do not use it are not affected");

    /// <summary>KZ3005</summary>
    public static readonly Message SourceUnreadable = Error("KZ3005", "Source '{0}' cannot be read. {1}",
        "The plugin says what is wrong with the file or connection of the source.",
        "look at the file or the connection that the source names");

    /// <summary>KZ3006</summary>
    public static readonly Message RefusedValues = Error("KZ3006", "Source '{0}': {1} of column '{2}' cannot be read.",
        "Values are never guessed. Mend the rows listed, state the format in the source's options, or write 'bad_rows: leave_out' at the source; the sheet then says so.",
        "mend the rows, or write 'bad_rows: leave_out' at the source");

    /// <summary>KZ3007</summary>
    public static readonly Message NoRows = Error("KZ3007", "Source '{0}' has no rows.",
        "There is a header but nothing below it. Where 'known_until' at the source says that rows are there, an export has lost them: nothing is measured, and sheets stay as they were. Without it the cycles wait for the first row.",
        "put rows below the header, or look at the path of the source");

    /// <summary>KZ3008</summary>
    public static readonly Message NoTimes = Error("KZ3008", "No row of source '{0}' has a time in column '{1}'.",
        "Rows without a time belong to no day or week, so nothing can be measured.",
        "fill the column, or name another with 'time: COLUMN'");

    /// <summary>KZ3009</summary>
    public static readonly Message TooManySlots = Error("KZ3009", "Source '{0}' begins on {1}: metric '{2}' would have about {3} slots, more than {4}.",
        "One row with a wrong date far in the past makes a series of empty slots. Mend the row, or write 'known_from' at the source.",
        "mend the row with that date, or write 'known_from: DATE' at the source");

    /// <summary>KZ2201</summary>
    public static readonly Message UnknownOption = Error("KZ2201", "{0} '{1}' has no option '{2}'.",
        "Each source or metric of a plugin has its own options under 'with:'; the plugin's README lists them.",
        "take it away, or look at the plugin's README");

    /// <summary>KZ2202</summary>
    public static readonly Message MissingOption = Error("KZ2202", "{0} '{1}' needs the option '{2}'.",
        "The plugin cannot work without this option under 'with:'.",
        "write it under 'with:'");

    /// <summary>KZ2203</summary>
    public static readonly Message WrongOptionType = Error("KZ2203", "Option '{0}' must be {1}, but this is {2}.",
        "Options under 'with:' have declared types.");

    /// <summary>KZ2204</summary>
    public static readonly Message OptionNotAllowed = Error("KZ2204", "Option '{0}' cannot be '{1}'.",
        "The option takes one of a few values.",
        "the plugin's README lists the values");

    /// <summary>KZ2205</summary>
    public static readonly Message OptionFault = Error("KZ2205", "Option '{0}': {1}",
        "The plugin says what is wrong with the value of the option.",
        "the plugin's README says what the option needs");

    /// <summary>KZ2206</summary>
    public static readonly Message OptionTwice = Error("KZ2206", "Option '{0}' is written twice.",
        "An option may stand under 'with:' once.",
        "keep one of the two");

    /// <summary>KZ2207</summary>
    public static readonly Message SecretNotHere = Error("KZ2207", "Option '{0}' cannot be a secret.",
        "A secret is handed only to an option that the plugin declares as one, since any other may be printed.",
        "write the value itself, or look at the plugin's README");

    /// <summary>KZ2208</summary>
    public static readonly Message SecretInTheOpen = Error("KZ2208", "Option '{0}' is a secret and may not stand in the file.",
        "What stands in kaizen.yaml is committed and read by many. The value comes from the environment; the file holds its name.",
        "write { secret: NAME } and set NAME in the environment");

    /// <summary>KZ3025</summary>
    public static readonly Message PluginHangs = Error("KZ3025", "Plugin '{0}' gave no answer on {1} for {2} s.",
        "The call was given up, and so was its thread; cycles that do not use it are not affected. A source that is slow by nature may state a longer 'timeout' in seconds.",
        "look whether the source answers, or state 'timeout: SECONDS' at it");

    /// <summary>KZ3026</summary>
    public static readonly Message PluginBreaksContract = Error("KZ3026", "Plugin '{0}' does not keep the contract on {1}: {2}.",
        "The plugin gave something else than it was asked for. That is a bug of the plugin; nothing else is affected.",
        "tell the plugin's author; cycles that do not use it are not affected");

    /// <summary>KZ3029</summary>
    public static readonly Message SecretNotAllowed = Error("KZ3029", "Plugin '{0}' may not see the secret '{1}'.",
        "A secret reaches a plugin only where plugin.yaml names it under 'capabilities: { secrets: [...] }' and kaizen.yaml hands it over.",
        "look at 'secrets' in the plugin's plugin.yaml");

    /// <summary>KZ3033</summary>
    public static readonly Message SecretTooShort = Error("KZ3033", "The secret '{0}' has fewer than {1} characters.",
        "Its value is taken out of everything that the plugin says. What is so short stands in ordinary words and numbers as well, and taking it out would spoil them.",
        "choose a longer secret; what is not secret may stand in the file as an option of its own");

    /// <summary>KZ3034</summary>
    public static readonly Message SourceHeld = Warning("KZ3034", "Plugin '{0}' did not let go of source '{1}': {2}.",
        "Its rows were read by then, and what was measured on them counts. What the source holds open, such as a connection, may stay open until the process ends.",
        "tell the plugin's author");

    /// <summary>KZ3030</summary>
    public static readonly Message PluginStrays = Error("KZ3030", "The plugin assembly '{0}' threw {1} on a thread of its own.",
        "A plugin that starts threads, or has a method 'async void', has to catch what they throw: the host cannot tell for whom they worked. The thread has ended; what it was to do is not done.",
        "tell the plugin's author");

    /// <summary>KZ3031</summary>
    public static readonly Message PluginEndsProcess = Error("KZ3031", "A plugin ended the process{0}.",
        "What was done by then is kept and nothing is half written; the other cycles were not looked at.",
        "tell the plugin's author; until then take it out of the workspace, or choose cycles that do not use it");

    /// <summary>KZ3032</summary>
    public static readonly Message MeasuringBroke = Error("KZ3032", "Metric '{0}' was not measured: a fault of the program, not of your files: {1}: {2}",
        "The other metrics and cycles are not concerned.",
        "report it with this line and what the metric says");

    /// <summary>KZ3028</summary>
    public static readonly Message MetricImpossible = Error("KZ3028", "Metric '{0}' cannot be computed. {1}",
        "The plugin says what it misses in the rows.",
        "look at the rows that the metric reads");

    /// <summary>KZ3027</summary>
    public static readonly Message SecretNotSet = Error("KZ3027", "The secret '{0}' is not set.",
        "The value of { secret: NAME } is taken from the environment variable NAME, which is missing or empty here.",
        "set it in the environment of this command");

    /// <summary>KZ2210</summary>
    public static readonly Message UnknownInput = Error("KZ2210", "Metric type '{0}' has no input '{1}'; it reads {2}.",
        "A metric of a plugin reads the inputs that the plugin declares; 'kaizen plugin show PLUGIN' lists them.",
        "'kaizen plugin show PLUGIN' lists its inputs");

    /// <summary>KZ2211</summary>
    public static readonly Message MissingInput = Error("KZ2211", "Metric '{0}' needs the inputs {1}.",
        "The plugin reads rows from more than one place, and each has to be named under 'inputs:'; 'kaizen plugin show PLUGIN' lists them.",
        "write 'inputs: { NAME: SOURCE }'");

    /// <summary>KZ2212</summary>
    public static readonly Message PluginByRow = Error("KZ2212", "Metric '{0}' is computed by a plugin and cannot have a point for each row.",
        "A plugin computes a value for each day, week or month.",
        "write 'per: week'");

    /// <summary>KZ3010</summary>
    public static readonly Message UnknownColumn = Error("KZ3010", "Source '{0}' has no column '{1}'.",
        "A row expression, a time column or a filter names a column that the source does not have.",
        "see which columns it has: the first line of a table names them, or each row of JSON");

    /// <summary>KZ3011</summary>
    public static readonly Message PictureMissing = Error("KZ3011", "There is no picture '{0}'.",
        "The sheet is written without it. A picture's path begins at the folder of kaizen.yaml.",
        "look at its spelling, or put the file there");

    /// <summary>KZ3012</summary>
    public static readonly Message PictureRefused = Error("KZ3012", "The picture '{0}' cannot be shown: {1}.",
        "A sheet carries its pictures inside itself: PNG, JPEG, GIF or WebP of at most 2 MB each, from the workspace itself. It is written without those that cannot be shown.",
        "save a smaller copy as PNG or JPEG in the workspace");

    /// <summary>KZ3013</summary>
    public static readonly Message RowsBeyondRange = Error("KZ3013", "Source '{0}': metric '{1}' gives no finite number in {2}.",
        "An operation of its row expression goes beyond about 1.8e308, where numbers end. No value is guessed: mend the rows listed, keep the expression in range, or write 'bad_rows: leave_out' at the source; the sheet then says so.",
        "mend the rows, or write 'bad_rows: leave_out'");

    /// <summary>KZ3014</summary>
    public static readonly Message AggregateBeyondRange = Error("KZ3014", "Source '{0}': the {1} of metric '{2}' is no finite number.",
        "Each row is finite, but all together go beyond about 1.8e308, where numbers end. Look for a wrong value in the periods listed, or write the expression in a larger unit.",
        "look for a wrong value in the periods listed");

    /// <summary>KZ3015</summary>
    public static readonly Message RowsAfterKnown = Warning("KZ3015", "{0} of '{1}' on or after known_until {2} {3} not counted.",
        "The date under known_until says up to when the rows are complete. Rows from then on belong to a period that is not over, so no slot holds them until the date is moved.",
        "move the date with each new export, or take it away where rows are written down as they come");

    /// <summary>KZ3016</summary>
    public static readonly Message NoRowsYet = Warning("KZ3016", "Source '{0}' has no rows yet, so nothing counts.",
        "There is a header but nothing below it. A file that is kept by hand begins so; its cycles wait for the first value.",
        "put rows below the header, or look at the path of the source");
}
