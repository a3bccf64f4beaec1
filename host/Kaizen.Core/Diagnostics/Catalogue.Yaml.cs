namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ1001</summary>
    public static readonly Message FileUnreadable = Error("KZ1001", "The file cannot be read: {0}.",
        "The file is there but the machine does not hand it over: look at its permissions, or at another program that keeps it open.",
        "look at its permissions, or close it in other programs");

    /// <summary>KZ1002</summary>
    public static readonly Message FileTooLarge = Error("KZ1002", "The file is {0} MB large; a definition has at most {1} MB.",
        "A definition is a page of text. A file this large is most likely data or an export that came into the wrong folder.",
        "is it data? data belongs under a source");

    /// <summary>KZ1003</summary>
    public static readonly Message NotUtf8 = Error("KZ1003", "The file is not UTF-8 text: {0}.",
        "Definitions are read as UTF-8 on every machine, so that names with accents stay whole. Choose UTF-8 when you save the file in your editor.",
        "save it as UTF-8");

    /// <summary>KZ1004</summary>
    public static readonly Message FileEmpty = Error("KZ1004", "The file holds nothing but white space and comments.",
        "An empty file says nothing about a cycle. Write it or delete it; the cycle that 'kaizen init' lays out may serve as a pattern.",
        "write it or delete it");

    /// <summary>KZ1005</summary>
    public static readonly Message ControlCharacter = Error("KZ1005", "The file contains the control character {0}.",
        "Control characters cannot be seen in an editor and have no meaning in YAML. They come with text copied out of other programs; delete and retype the place.",
        "delete it");

    /// <summary>KZ1006</summary>
    public static readonly Message TabIndentation = Error("KZ1006", "A tab is used for indentation.",
        "YAML counts the spaces before a key to tell what belongs to what, and a tab has no fixed width. Most editors can put in spaces when you press Tab.",
        "use spaces");

    /// <summary>KZ1007</summary>
    public static readonly Message YamlSyntax = Error("KZ1007", "The YAML cannot be read here: {0}.",
        "The text breaks YAML's grammar, so that nothing behind this place can be understood. Often a text holds a colon, a quote or a bracket and needs to stand in quotes, or a line is indented by one space too many or too few.",
        "put a text with a colon, a quote or a bracket in quotes");

    /// <summary>KZ1008</summary>
    public static readonly Message NeverClosed = Error("KZ1008", "The {0} that opens here is never closed.",
        "A bracket or a quote was opened, and the file ends before its partner comes.",
        "close it, or put the text in quotes");

    /// <summary>KZ1009</summary>
    public static readonly Message SeveralDocuments = Error("KZ1009", "A second document begins here.",
        "A line '---' begins a new YAML document. One file holds one cycle or one workspace; what comes behind the line would be lost without a word.",
        "make it a file of its own, or take the '---' away");

    /// <summary>KZ1010</summary>
    public static readonly Message DuplicateKey = Error("KZ1010", "'{0}' is written twice; the first is in line {1}.",
        "Of two equal keys one would be lost without a word. Put both together under one key, or give one of them another name.",
        "keep one of the two");

    /// <summary>KZ1011</summary>
    public static readonly Message TooDeep = Error("KZ1011", "The file is nested deeper than {0} levels.",
        "No definition needs this depth; most likely a program wrote the file, or brackets were doubled by mistake.",
        "take the doubled brackets away, or move the file out of the folder if a program wrote it");

    /// <summary>KZ1012</summary>
    public static readonly Message TooManyNodes = Error("KZ1012", "With its aliases written out, the file holds more than {0} values.",
        "Aliases that stand for aliases multiply: ten lines can stand for millions of values. Write out what you need.",
        "write the values out in place of aliases that stand for aliases");

    /// <summary>KZ1013</summary>
    public static readonly Message UnknownAlias = Error("KZ1013", "No anchor '&{0}' stands before this.",
        "A word that begins with '*' is an alias: it repeats what an anchor '&' marked earlier. If it is meant as text, put it in quotes.",
        "for a text that begins with '*', use quotes");

    /// <summary>KZ1014</summary>
    public static readonly Message TagNotUsed = Error("KZ1014", "The tag '{0}' has no meaning here.",
        "A word that begins with '!' is a YAML tag. Values are read by what their key needs, so tags do nothing. If it is meant as text, put it in quotes.",
        "for a text that begins with '!', use quotes");

    /// <summary>KZ1015</summary>
    public static readonly Message KeyNotText = Error("KZ1015", "A key is a word, not {0}.",
        "A mapping or a list stands where a key is expected. Most often a bracket is in the wrong place.",
        "is a bracket in the wrong place?");

    /// <summary>KZ1016</summary>
    public static readonly Message RootIsNoMapping = Error("KZ1016", "The file holds {0} where keys with values are expected.",
        "A definition is a mapping: lines of the form 'key: value'. Most often the first key was left out, or its colon.",
        "write 'key: value' lines");

    /// <summary>KZ1020</summary>
    public static readonly Message WrongKind = Error("KZ1020", "'{0}' needs {1}, not {2}.",
        "The key is right but what stands under it has another shape: a list ('- a' or [a, b]), a mapping ('key: value' lines or { key: value }) or a plain text.");

    /// <summary>KZ1021</summary>
    public static readonly Message UnknownKey = Error("KZ1021", "'{0}' is no key of {1}.",
        "Every key that is accepted does something; one that is not known would be dropped without a word, so it is refused. Most often it is misspelt or indented under the wrong key.",
        "take it away, or indent it under the key that it belongs to");

    /// <summary>KZ1022</summary>
    public static readonly Message KeyWithoutValue = Error("KZ1022", "'{0}' has no value.",
        "The key is there but nothing stands behind it. Write a value, or take the key away until there is one.",
        "write a value or take the key away");

    /// <summary>KZ1023</summary>
    public static readonly Message ProseCut = Error("KZ1023", "'{0}' looks like the rest of a text that was cut at a comma.",
        "Inside { } a comma ends a value, so a sentence with a comma falls apart. Put the sentence in quotes, or write the mapping on lines of its own.",
        "put the text in quotes");

    /// <summary>KZ1024</summary>
    public static readonly Message NotANumber = Error("KZ1024", "'{0}' needs a number, not '{1}'.",
        "Numbers are written with digits and a decimal point, without unit, percent sign or thousands separator.",
        "write digits and a decimal point alone");

    /// <summary>KZ1025</summary>
    public static readonly Message NotFinite = Error("KZ1025", "'{0}' needs a finite number, not '{1}'.",
        "Infinity and not-a-number cannot be compared with what is measured. An open end of an interval is written as null.",
        "an open end is written as null");

    /// <summary>KZ1026</summary>
    public static readonly Message NotADate = Error("KZ1026", "'{0}' needs a date written as 2026-08-31, not '{1}'.",
        "Dates are ISO 8601: year, month, day. It is the one order that no reader takes for another.",
        "write year, month, day: 2026-08-31");

    /// <summary>KZ1027</summary>
    public static readonly Message ImpossibleDate = Error("KZ1027", "There is no day {0} in the calendar from 1900 to 2199.",
        "The date has the right form, but the month has fewer days, the year fewer months, or the year is a slip of the finger.",
        "look at the day and the year");

    /// <summary>KZ1028</summary>
    public static readonly Message NotADuration = Error("KZ1028", "'{0}' needs a length of time such as 14d, 12w or 3m, not '{1}'.",
        "Lengths are counted in calendar days (d), weeks (w) or months (m), one number and one letter.",
        "write a number and d, w or m: 14d");

    /// <summary>KZ1029</summary>
    public static readonly Message NotAllowed = Error("KZ1029", "'{1}' is not allowed for '{0}'.",
        "The key takes one of a few words. They are listed beside the place.",
        "write one of the words that the key takes");

    /// <summary>KZ1030</summary>
    public static readonly Message NotAFlag = Error("KZ1030", "'{0}' needs true, not '{1}'.",
        "Some tools read yes, no, on and off as true and false, others as text. Write true or false, which all read alike.",
        "write true, or take the key away");

    /// <summary>KZ1031</summary>
    public static readonly Message MoreFaults = Error("KZ1031", "{0} more faults in this file are not shown.",
        "A file with hundreds of faults is most likely something else than a definition. Mend or remove it, and the rest will show.",
        "mend the first ones, then the rest will show");
}
