namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ2001</summary>
    public static readonly Message WorkspaceMissing = Error("KZ2001", "There is no kaizen.yaml in '{0}'.",
        "A workspace is a folder with a kaizen.yaml that names its time zone and sources, and a folder 'cycles' beside it. 'kaizen init' lays one out.",
        "begin with 'kaizen init', or name the folder");

    /// <summary>KZ2002</summary>
    public static readonly Message KeyMissing = Error("KZ2002", "'{0}' is missing in {1}.",
        "Without this key the rest cannot be used, and it cannot be inferred from anything else that was written.");

    /// <summary>KZ2003</summary>
    public static readonly Message UnknownSource = Error("KZ2003", "No source is called '{0}'.",
        "Sources are named once in kaizen.yaml under 'sources'; a metric reads one of them by its name.",
        "name it in kaizen.yaml under 'sources'");

    /// <summary>KZ2004</summary>
    public static readonly Message UnknownMetric = Error("KZ2004", "No metric is called '{0}'.",
        "The name is neither under the cycle's 'metrics' nor among the metrics that kaizen.yaml shares with all cycles.",
        "name it under 'metrics'");

    /// <summary>KZ2005</summary>
    public static readonly Message UnknownCause = Error("KZ2005", "No cause is called '{0}'.",
        "A countermeasure is aimed at a cause of the same cycle, by the cause's name under 'plan.causes'.",
        "name it under 'plan.causes'");

    /// <summary>KZ2006</summary>
    public static readonly Message UnknownCycle = Error("KZ2006", "No cycle is called '{0}'.",
        "A cycle is called by the name of its file in the folder 'cycles', without the ending.",
        "look at the names of the files in 'cycles', or write that cycle first");

    /// <summary>KZ2007</summary>
    public static readonly Message UnknownZone = Error("KZ2007", "No time zone is called '{0}'.",
        "Zones are named as in the IANA database: continent, slash, city. The zone decides where days and weeks begin.",
        "write continent, slash, city: Europe/Amsterdam");

    /// <summary>KZ2008</summary>
    public static readonly Message InvalidId = Error("KZ2008", "'{0}' cannot be the name of {1}.",
        "Names become parts of files, links and selectors: letters, digits, - and _, beginning with a letter or digit, at most 100 characters.",
        "use letters, digits, - and _");

    /// <summary>KZ2009</summary>
    public static readonly Message DuplicateId = Error("KZ2009", "The id '{0}' is taken by {1}.",
        "A cycle's id is its file's name without the ending, and capital letters make no difference to many file systems. Two files with one id cannot be told apart, so neither is used.",
        "rename or delete one of them");

    /// <summary>KZ2010</summary>
    public static readonly Message NoMetric = Error("KZ2010", "The cycle has no metric.",
        "Without a number that is followed nobody can tell whether the change helped. One metric under 'metrics' is enough to begin.",
        "name one under 'metrics'");

    /// <summary>KZ2011</summary>
    public static readonly Message NoSources = Error("KZ2011", "kaizen.yaml names no source that metric '{0}' could read.",
        "A source says where rows come from. Name at least one in kaizen.yaml under 'sources'.",
        "name it in kaizen.yaml under 'sources'");

    /// <summary>KZ2012</summary>
    public static readonly Message SourceNotChosen = Error("KZ2012", "Metric '{0}' does not say which source it reads.",
        "The only source is taken without asking; where kaizen.yaml names several, each metric says 'source: NAME'.",
        "write 'source: NAME'");

    /// <summary>KZ2013</summary>
    public static readonly Message TimeMissing = Error("KZ2013", "Neither metric '{0}' nor its source '{1}' names a time column.",
        "The time column says when a row happened, and so to which week it belongs. It is best named once at the source.",
        "write 'time: COLUMN' at the source");

    /// <summary>KZ2014</summary>
    public static readonly Message NoAggregate = Error("KZ2014", "Metric '{0}' does not say what is counted or averaged.",
        "A metric has exactly one aggregate: median, mean, sum, min, max, p90, distinct, rate, count or ratio, with an expression over the columns of a row.",
        "write an aggregate, such as median: hours_between(a, b)");

    /// <summary>KZ2015</summary>
    public static readonly Message TwoAggregates = Error("KZ2015", "Metric '{0}' has both '{1}' and '{2}'.",
        "A metric is one number per week, so it has one aggregate. Make two metrics of it.",
        "make it a metric of its own");

    /// <summary>KZ2016</summary>
    public static readonly Message SharedMetricChanged = Error("KZ2016", "'{0}' cannot be changed here: the metric '{1}' is shared.",
        "A metric in kaizen.yaml has one definition for all cycles, so that two teams get one number. A cycle may add predicts, guardrail, compare, role, signal, horizon or baseline; for another definition, choose another name.",
        "choose another name for it, or take the key away");

    /// <summary>KZ2017</summary>
    public static readonly Message NotTogether = Error("KZ2017", "'{0}' and '{1}' do not go together.",
        "Each says the same thing in another way; with both, one would be dropped without a word.",
        "keep one of the two");

    /// <summary>KZ2019</summary>
    public static readonly Message NameTwice = Error("KZ2019", "A second cause is called '{0}'; the first is in line {1}.",
        "Countermeasures name the cause they are aimed at, so each name is given once in the whole tree.",
        "give it another name");

    /// <summary>KZ2020</summary>
    public static readonly Message BaselineAfterStart = Error("KZ2020", "The baseline reaches to {0}, beyond the start of Do on {1}.",
        "Points after the change would count as before it, and the comparison would be with itself.",
        "end it at the start of Do or before");

    /// <summary>KZ2021</summary>
    public static readonly Message BaselineReversed = Error("KZ2021", "The baseline begins on {0}, not before its end on {1}.",
        "The first day of a baseline lies before its end; without a stated end it ends where Do starts.",
        "is the year right, or were the two dates swapped?");

    /// <summary>KZ2022</summary>
    public static readonly Message CheckNotAfterStart = Error("KZ2022", "The check on {0} does not lie after the start of Do on {1}.",
        "Between the start and the check the effect has to show. Most often the year is wrong.",
        "is the year right?");

    /// <summary>KZ2023</summary>
    public static readonly Message LateNotAfterCheck = Error("KZ2023", "The late check on {0} does not lie after the check on {1}.",
        "The late check looks at the long loop again, some time after the first check.",
        "is the year right?");

    /// <summary>KZ2024</summary>
    public static readonly Message KnownReversed = Error("KZ2024", "'known_from' ({0}) does not lie before 'known_until' ({1}).",
        "The rows of a source are complete from the first date up to, but without, the second.",
        "were the two dates swapped?");

    /// <summary>KZ2030</summary>
    public static readonly Message IntervalReversed = Error("KZ2030", "The interval begins at {0} and ends at {1}.",
        "'between' is [low, high], the smaller number first.",
        "write the smaller number first");

    /// <summary>KZ2031</summary>
    public static readonly Message IntervalShape = Error("KZ2031", "'between' needs two ends, and at least one of them a number.",
        "An interval is [low, high]; an open end is written as null: [null, 5] is 'at most 5'.",
        "write [low, high]");

    /// <summary>KZ2032</summary>
    public static readonly Message ConfidenceRange = Error("KZ2032", "A confidence lies between 0 and 1, both excluded, not at {0}.",
        "Confidence says how often such intervals should hold the truth: 0.8 is four times out of five. Nobody is ever quite sure, so 0 and 1 are excluded.",
        "0.8 is four times out of five");

    /// <summary>KZ2033</summary>
    public static readonly Message ExpectOutside = Warning("KZ2033", "The expected value {0} lies outside its own interval.",
        "What is expected should lie within 'between'. Most often a digit is missing in one of the three numbers.",
        "look at the three numbers");

    /// <summary>KZ2034</summary>
    public static readonly Message FractionRange = Error("KZ2034", "'{0}' is a fraction from {1} to 1, not {2}.",
        "Rates and shares are written as fractions everywhere: 43 % is 0.43.",
        "write 43 % as 0.43");

    /// <summary>KZ2035</summary>
    public static readonly Message DirectionUnknown = Warning("KZ2035", "Metric '{0}' does not say which direction is better, so its {1} cannot be judged.",
        "A guardrail or a prediction is broken on one side only. Write 'better: lower' or 'better: higher'; it is never guessed.",
        "write better: lower or better: higher");

    /// <summary>KZ2036</summary>
    public static readonly Message PartialBeyondDone = Error("KZ2036", "'partial_at' equals 'done_at' ({0}).",
        "Between the two lies what counts as done in part. Leave 'partial_at' out where there is no such thing.",
        "take 'partial_at' away");

    /// <summary>KZ2040</summary>
    public static readonly Message CycleWithoutDates = Error("KZ2040", "Cycle '{0}' has no {1}, so its after-window is not known.",
        "'after_of' takes the time from that cycle's start of Do to its check as the baseline, so both dates are needed.",
        "write the date there, or give this cycle a baseline with dates");

    /// <summary>KZ2041</summary>
    public static readonly Message CircularBaseline = Error("KZ2041", "The baselines go round in a circle: {0}.",
        "A baseline is the after-window of an earlier cycle, whose own baseline may be an earlier one again, but never this one.",
        "give one of them a baseline with dates");

    /// <summary>KZ2042</summary>
    public static readonly Message CycleFaulty = Error("KZ2042", "Cycle '{0}' has faults itself, so its after-window is not known.",
        "Mend the other cycle first; this one rests on its dates.",
        "mend the other cycle first");

    /// <summary>KZ2043</summary>
    public static readonly Message CircularChain = Error("KZ2043", "The cycles follow each other in a circle: {0}.",
        "'previous' names the cycle before. A cycle has one before it and may have many after it, but none comes before itself.",
        "take one 'previous' away");

    /// <summary>KZ2044</summary>
    public static readonly Message RowsCompared = Error("KZ2044", "A metric with a point a row cannot be compared with another group.",
        "A comparison subtracts the group's value from the metric's in the same period; rows have no period in common. Choose day, week or month.",
        "write 'per: week'");

    /// <summary>KZ2045</summary>
    public static readonly Message MaturityTooShort = Error("KZ2045", "A maturity of {0} is shorter than 'within {1}' in the expression.",
        "A week whose rows have not had their full time yet would count as if they had. Leave 'maturity' out: it is then taken from 'within'.",
        "leave it out");

    /// <summary>KZ2046</summary>
    public static readonly Message PictureOutside = Error("KZ2046", "The picture '{0}' does not lie in the workspace.",
        "A sheet carries its pictures inside itself, and shows nothing from outside the folder of kaizen.yaml. Its path begins there and goes down only.",
        "copy it into the workspace, such as pictures/inbox.jpg");

    /// <summary>KZ2050</summary>
    public static readonly Message ContractReversed = Error("KZ2050", "The plugin's contract begins at {0} and ends at {1}.",
        "'contract' names the lowest and the highest version of the plugin contract with which the plugin works.",
        "write the lower version first");

    /// <summary>KZ2051</summary>
    public static readonly Message AssemblyOutside = Error("KZ2051", "'{0}' is not the name of a file in the plugin's folder.",
        "A plugin is one folder; its assembly lies in it and is named without a path, such as 'Kaizen.Plugin.Csv.dll'.",
        "write the file's name alone");

    /// <summary>KZ2052</summary>
    public static readonly Message NotAWholeNumber = Error("KZ2052", "'{0}' needs a whole number from {1}, not {2}.",
        "The value counts something, so fractions and numbers below the smallest one have no meaning.",
        "count from 1");

    /// <summary>KZ2053</summary>
    public static readonly Message NotAboveZero = Error("KZ2053", "'{0}' needs a number above 0, not {1}.",
        "The value is a length or an amount, so zero and negative numbers have no meaning.",
        "write a number above 0");
}
