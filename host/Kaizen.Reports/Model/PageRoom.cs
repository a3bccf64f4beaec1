namespace Kaizen.Reports.Model;

/// <summary>Shares the height of the page out: texts take what they need, charts what is left.</summary>
internal static class PageRoom
{
    /// <summary>Width of the left side, the understanding.</summary>
    public const double LeftWidth = 176;

    /// <summary>Width of the right side: change and learning need more words.</summary>
    public const double RightWidth = 212;

    /// <summary>Sheets of many words give up small print, then second examples, then further rows.</summary>
    private const int MostEconomical = 3;

    /// <summary>Below this the large chart of the check says too little.</summary>
    private const double WantedChart = 38;

    /// <summary>A heading with its line.</summary>
    public const double Heading = 7.2;

    /// <summary>Height of each half of the sheet.</summary>
    private static double Column(Sheet sheet) => 225 - (sheet.Cycle.Waivers.Count > 0 ? LifeModel.WaiverLine : 0);

    /// <summary>Between two sections.</summary>
    private const double Gap = 3.2;

    /// <summary>A line of the signs under a chart.</summary>
    private const double CaptionLine = 3.8;

    /// <summary>What the current condition, or the standard of an SDCA cycle, has for its chart.</summary>
    public static double LeftChart(Sheet sheet) => Math.Clamp(LeftRoom(sheet) - Pictures(sheet), 38, sheet.IsSdca ? 92 : 80);

    /// <summary>Height of the row of pictures, 0 where there are none.</summary>
    public static double Pictures(Sheet sheet) => PicturesModel.Height(sheet, LeftRoom(sheet));

    private static double LeftRoom(Sheet sheet)
    {
        var texts = UnderstandingModel.BackgroundHeight(sheet) + UnderstandingModel.CurrentHeight(sheet) + UnderstandingModel.TargetHeight(sheet)
            + (sheet.IsSdca ? StandardModel.TextHeight(sheet) : sheet.IsEdca && sheet.Cycle.Plan.Causes.Count == 0 ? ExploreModel.AssumptionsHeight(sheet) : WhyTreeModel.SectionHeight(sheet));
        var caption = (sheet.IsSdca ? 2 : 1) * CaptionLine;
        return Column(sheet) - (3 * Gap) - texts - caption - 1;
    }

    /// <summary>Finds how much must be left out for the check to keep its chart; 0 is nothing.</summary>
    public static int Economy(Sheet sheet)
    {
        // A sheet with parts that few have gives up one thing more.
        var most = LearningModel.Exists(sheet) || sheet.Cycle.Story is not null ? MostEconomical + 1 : MostEconomical;
        for (var level = 0; level < most; level++)
        {
            if (CheckChart(sheet, level) >= WantedChart) return level;
        }

        return most;
    }

    /// <summary>What the check has for its chart and the card beside it.</summary>
    public static double CheckChart(Sheet sheet, int economy)
    {
        var texts = CountermeasureModel.SectionHeight(sheet, economy) + ActionsModel.SectionHeight(sheet, economy)
            + FollowUpModel.SectionHeight(sheet, economy) + CheckModel.TextHeight(sheet, economy);
        return Column(sheet) - (3 * Gap) - texts - (CheckModel.CaptionLines(sheet) * CaptionLine) - 1.5;
    }
}
