namespace Kaizen.Definitions.Editing;

/// <summary>Why a file cannot be read or replaced; all sentences in one place.</summary>
internal static class FileReasons
{
    public const string Folder = "A folder stands where the file should be.";
    public const string ReadOnly = "The file is read only: look at its rights.";
    public const string Wide = "The file is not UTF-8 text but UTF-16 or UTF-32; save it as UTF-8.";
    public const string Changed = "Another program changed the file in this moment; nothing was written. Try again.";

    public static string TooLarge(int megabytes) => $"The file is larger than {megabytes} MB; a definition is a page of text.";

    public static string NotUtf8(string sign, int line) => $"The file is not UTF-8 text: the byte {sign} stands in line {line}. Save it as UTF-8.";

    public static string Of(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The file is not there.",
        PathTooLongException => "The path of the file is too long.",
        UnauthorizedAccessException or System.Security.SecurityException => "Access is denied: look at the rights of the file and of its folder.",
        IOException file when file.HResult is 28 or 69 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => "The disk is full; the file is as it was.",
        IOException file when file.HResult is 30 or unchecked((int)0x80070013) => "The folder is read only: look at its rights, and at how the disk is mounted.",
        IOException file when file.HResult is 40 or unchecked((int)0x80070781) => "The link leads back to itself.",
        IOException file when file.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021) => "Another program keeps the file open.",
        _ => "The system reports an error in reading or writing the file; it is as it was.",
    };
}
