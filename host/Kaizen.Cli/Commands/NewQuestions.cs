using System.Globalization;
using Kaizen.Cli.Output;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Metrics;
using Kaizen.Hosting.Authoring;

namespace Kaizen.Cli.Commands;

/// <summary>The questions of a coach at the beginning of a cycle. Every one may be left empty.</summary>
internal sealed class NewQuestions(Interview interview, NewOptions options, DateOnly today)
{
    private const int WeeksToDue = 12;

    /// <summary>The cycle without questions: what options say.</summary>
    public static NewCycle Unasked(NewCycle cycle, NewOptions options, DiagnosticBag faults)
    {
        double? to = null;
        if (options.Target is { } typed)
        {
            var share = cycle is { Metrics: [{ IsShare: true }, ..] };
            var lead = cycle.Metrics is [var first, ..] ? first : null;
            to = Typed.Number(typed, share, lead?.Unit ?? "");
            if (to is null && !share && lead is not null && Typed.IsPercent(typed)) faults.Add(Catalogue.WrongValue.Hinting(NotInPercent(lead), null, typed, $"value of {lead.Name}"));
            else if (to is null) faults.Add(Catalogue.WrongValue.Hinting(share ? "write a share as 0.4 or 40 %" : "write it as 4 or 2.5", null, typed, share ? "share" : "number"));
            else if (cycle.Metrics.Count == 0) faults.Add(Catalogue.WrongLine.At(null, "--target needs a number to be about.") with { Hint = "name it with --from, --value or --after" });
        }

        return cycle with
        {
            Owner = options.Owner ?? cycle.Owner,
            Coach = options.Coach ?? cycle.Coach,
            Started = options.Started,
            Target = to is { } target ? new NewTarget(target, options.Due) : null,
        };
    }

    private static string NotInPercent(NewMetric lead) => $"it is {(lead.Unit.Length > 0 ? $"measured in {lead.Unit}" : "no share")}: write a plain number, such as 4 or 2.5";

    /// <summary>What it is about and whose it is.</summary>
    public async Task<NewCycle> FrameAsync(NewCycle cycle) => cycle with
    {
        Title = options.Title ?? await TitleAsync(cycle),
        Background = cycle.Background ?? await interview.LineAsync("Why now?", null, "What would happen if nobody did anything for half a year?\nOne or two sentences for somebody who was not there."),
        Owner = options.Owner ?? await interview.LineAsync("Who owns it?", cycle.Owner, "The one person who will be glad when it works and has time to look after it.\nA full name is added to people: in kaizen.yaml."),
        Coach = options.Coach ?? await interview.LineAsync("Who coaches?", cycle.Coach, "Somebody else, best from another team, who asks and does not answer.\nLeave it empty while there is nobody."),
    };

    /// <summary>Where the number shall go, and by what.</summary>
    public async Task<NewCycle> PlanAsync(NewCycle cycle)
    {
        cycle = cycle.Kind switch
        {
            CycleKind.Edca => await ExploreAsync(cycle),
            CycleKind.Sdca => await StandardAsync(cycle),
            _ => cycle,
        };
        cycle = cycle with { Cause = await interview.LineAsync("What do you think causes it?", null, "One guess is enough; the file marks it as an opinion until somebody has looked.\nThings cause it, not people: what in the work lets it happen?") };
        if (cycle.Kind == CycleKind.Pdca) cycle = cycle with { Change = await interview.LineAsync("What will you change?", null, "The smallest thing that could show whether the guess is right.\nLeave it empty if you do not know yet.") };
        cycle = cycle with
        {
            Started = options.Started ?? await DateAsync("When did or does it start?", NextMonday(today), "The first day with the change. Everything before it is the baseline.\nIt may lie in the past, if the change was made already.",
            d => d >= options.Due ? $"--due is {options.Due.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: it has to start before." : null)
        };
        if (cycle.Metrics.Count == 0) return cycle;
        var lead = cycle.Metrics[0];
        var target = await TargetAsync(lead);
        if (target is { } to)
        {
            var due = NextMonday((cycle.Started ?? today).AddDays((7 * WeeksToDue) - 1));
            cycle = cycle with
            {
                Target = new NewTarget(to, options.Due ?? await DateAsync("By when?", due, "The day of the check: the last day that counts is the one before it.\nTwelve weeks show a change in most weekly numbers.",
                d => d <= cycle.Started ? "That leaves no day on which the change could show: choose one after its start." : null))
            };
        }

        return cycle.Change is null ? cycle : cycle with { Prediction = await PredictionAsync(lead, target) };
    }

    private async Task<string?> TitleAsync(NewCycle cycle)
    {
        var explained = "What happens today, as those who have the problem would say it: 'Enquiries wait a day for a first answer'.\nNot what you will do about it; that comes later.";
        var question = cycle.Kind switch { CycleKind.Edca => "What do you not know yet? One line:", CycleKind.Sdca => "What shall stay as it is? One line:", _ => "What is wrong? One line, without the answer:" };
        var title = await interview.LineAsync(question, cycle.Title, explained);
        if (title is null || cycle.Kind is not CycleKind.Pdca || MethodWords.NamesAnAnswer(title) is null) return title;
        Interview.Say("    That sounds like an answer already. If it were not possible, what would the problem be?");
        return await interview.LineAsync("What happens today, and to whom?", title, explained);
    }

    private async Task<NewCycle> ExploreAsync(NewCycle cycle)
    {
        var question = await interview.LineAsync("What do you want to learn?", cycle.Title, "A question that can be answered by trying something, and that changes what you do next.");
        var assumption = await interview.LineAsync("What do you take for true?", null, "The belief that hurts most if it is wrong.\nIt is tested first.");
        var box = await interview.OfAsync<string>("How long may it take?", "6w", "Weeks, days or months, such as 6w, 10d or 2m.\nWhen they are over you decide with what you know.", t => Span(t) is null ? (null, "Write it as 6w, 10d or 2m.") : (t, null));
        var cap = await interview.LineAsync("How much work may it cost?", null, "In your own words, such as 10 person-days.");
        var sure = await NumberAsync("How sure are you of what you take for true?", null, true, "Between 0 and 100 %. Near 50 % there is most to learn.");
        return cycle with { Explore = new Exploration(question ?? "", assumption is null ? [] : [assumption], box is null ? null : Span(box), cap, sure) };
    }

    private async Task<NewCycle> StandardAsync(NewCycle cycle)
    {
        var text = cycle.Standard?.Text ?? await interview.LineAsync("What is the standard?", null, "The best way known today, so that a new colleague could follow it.");
        var audit = cycle.Standard?.Audit ?? await interview.LineAsync("How often does somebody look whether it is followed?", "every month", "A standard that nobody looks at is gone within a year.");
        var metric = cycle.Standard?.Metric ?? (cycle.Metrics is [var first, ..] ? first.Name : null);
        return text is null ? cycle : cycle with { Standard = new Standard(text, cycle.Standard?.Owner ?? cycle.Owner, metric, audit) };
    }

    private async Task<double?> TargetAsync(NewMetric lead)
    {
        if (options.Target is { } given && Typed.Number(given, lead.IsShare, lead.Unit) is { } stated) return stated;
        if (options.Target is { } refused) Interview.Say($"    '{refused}' is no value of {lead.Name}.");
        var now = lead.Now is { } value ? $"{lead.Name} is {Quantity.Text(value, lead.Unit)} now. " : "";
        return await NumberAsync($"{now}Where shall {(lead.Now is null ? lead.Name : "it")} be?", null, lead.IsShare,
            lead.IsShare ? "A share, such as 40 % or 0.4. What would those who have the problem call solved?" : "A number in the same unit. What would those who have the problem call solved?");
    }

    private async Task<NewPrediction?> PredictionAsync(NewMetric lead, double? target)
    {
        var expect = await NumberAsync($"What do you expect {lead.Name} to be after the change?", target, lead.IsShare, "Honestly, not what you hope for. It is locked before the change begins,\nand afterwards everybody sees how near it was.");
        if (expect is null) return null;
        var low = await NumberAsync("At least?", null, lead.IsShare, "The lower end of what would not surprise you.");
        var high = await NumberAsync("At most?", null, lead.IsShare, "The upper end of what would not surprise you.");
        if (low > high) (low, high) = (high, low);
        var sure = await NumberAsync("How sure are you that it lies in between?", 0.8, true, "80 % means: of ten such guesses eight come true.\nWould you bet four to one on it?");
        var because = await interview.LineAsync("What does that rest on?", null, "A trial day, another team, a count by hand.\nA reason tells later which belief was tested.");
        return new NewPrediction(expect.Value, low, high, sure is > 0 and < 1 ? sure : null, because);
    }

    private async Task<double?> NumberAsync(string question, double? standard, bool share, string explained)
    {
        var shown = standard is { } s ? share ? Quantity.Text(s, Quantity.Share) : s.ToString("R", CultureInfo.InvariantCulture) : null;
        var typed = await interview.OfAsync<object>(question, shown, explained, t => Typed.Number(t, share) is { } number ? (number, null) : (null, share ? "A share, such as 40 % or 0.4." : "A number, such as 4 or 2.5."));
        return (double?)typed;
    }

    private async Task<DateOnly?> DateAsync(string question, DateOnly standard, string explained, Func<DateOnly, string?> why) =>
        (DateOnly?)await interview.OfAsync<object>(question, standard.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), explained,
            t => Typed.Date(t) is not { } date ? (null, "A date, such as 2026-03-02.") : why(date) is { } no ? (null, no) : (date, null));

    private static DateOnly NextMonday(DateOnly day) => day.AddDays(((8 - (int)day.DayOfWeek) % 7) is 0 ? 7 : (8 - (int)day.DayOfWeek) % 7);

    private static CalendarSpan? Span(string text) =>
        text.Length > 1 && text[^1] is 'd' or 'w' or 'm' && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? new CalendarSpan(count, text[^1]) : null;
}
