using Kaizen.Abstractions;

namespace Kaizen.Plugin.Excel;

/// <summary>Sheets of workbooks.</summary>
public sealed class ExcelPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Source<ExcelOptions>("excel", "Rows of a sheet in a workbook, or in each of several (xlsx, xlsm, xls).", options => new ExcelSource(options));
    }
}
