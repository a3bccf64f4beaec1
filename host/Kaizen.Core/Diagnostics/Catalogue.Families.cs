namespace Kaizen.Core.Diagnostics;

public static partial class Catalogue
{
    /// <summary>KZ2093</summary>
    public static readonly Message FamilyUnread = Error("KZ2093", "No metric of the cycle reads {0}, so there is nothing to split.",
        "'each' closes one loop for each value of a column: every metric that reads the source counts the rows of its own value alone. A cycle none of whose metrics reads it would be the same loop many times.",
        "name the source that the metrics read, or take 'each' away");

    /// <summary>KZ2094</summary>
    public static readonly Message FamilySourceNotChosen = Error("KZ2094", "'each' does not say which source is split, and the metrics read several.",
        "Where all metrics of the cycle read one source, that one is split; of several, one is named. Metrics of the others are the same in each loop.",
        "write 'source: NAME' beside 'split'");

    /// <summary>KZ3021</summary>
    public static readonly Message FamilyColumnType = Error("KZ3021", "Column '{0}' of source '{1}' holds {2}, and loops are split by texts, whole numbers or true and false.",
        "'each' closes one loop for each value of a column, so the column has to name groups: teams, regions, sizes. A point in time or a measured amount is hardly ever the same twice.",
        "name a column that groups the rows, such as team");

    /// <summary>KZ3022</summary>
    public static readonly Message FamilyTooLarge = Error("KZ3022", "Column '{0}' of source '{1}' has more than {2} different values; it looks like an identifier.",
        "'each' closes one loop for each value, and each loop needs a person who looks at it and enough rows to tell signal from noise.",
        "name a column with fewer values");

    /// <summary>KZ3023</summary>
    public static readonly Message FamilyEmpty = Warning("KZ3023", "Source '{0}' has no row before {2} with a value in '{1}', so '{3}' has no loop yet.",
        "A loop comes into being with the first row of its value. Rows of the day that is looked from, or later, are not counted yet.");

    /// <summary>KZ3024</summary>
    public static readonly Message FamilyRowsWithout = Warning("KZ3024", "{0} of source '{1}' without a value in '{2}' belong to no loop of '{3}'.",
        "Each loop counts the rows of its own value. A row without one is counted by none of them, so all loops together show less than the source holds.");

    /// <summary>KZ6053</summary>
    public static readonly Message FamilyFile = Information("KZ6053", "'{0}' is one loop of a family: its file, {1}, stands for all of them.",
        "The loops of a family share one file, so what is checked or written there holds for all of them. Questions, answers and signatures belong to one loop.");
}
