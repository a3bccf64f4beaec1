using System.Text;
using ExcelDataReader;

namespace Kaizen.Plugin.Excel;

/// <summary>The library that knows the older format, and the language of number formats.</summary>
internal static class Library
{
    // Workbooks of the older format name code pages, which it asks the process for.
    static Library() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IExcelDataReader Open(Stream workbook) => ExcelReaderFactory.CreateReader(workbook);
}
