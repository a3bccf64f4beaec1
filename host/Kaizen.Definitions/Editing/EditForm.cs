namespace Kaizen.Definitions.Editing;

/// <summary>How an edit is tried, in this order, until the text reads as it must.</summary>
internal enum EditForm
{
    /// <summary>As the file is written.</summary>
    AsFound,

    /// <summary>With a line end behind the file's last line, for a text that ends with one.</summary>
    LineEndLast,

    /// <summary>With texts of several lines in quotes, for a place where what follows would run into them.</summary>
    OneLine,
}
