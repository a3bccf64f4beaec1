namespace Kaizen.Hosting.Authoring.Verbs;

/// <summary>What a person has to say of a cycle, of a metric or of a customer, to be written into the workspace's files.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    /// <summary>An action of the plan: done, or new, or with a recovery.</summary>
    /// <param name="What">Its number, from 1, a part of its text, or the text of a new one.</param>
    public sealed record Action(string What) : Entry
    {
        /// <summary>Whether it is new, whatever fits.</summary>
        public bool Add { get; init; }

        /// <summary>Whether it is said to be done.</summary>
        public bool Done { get; init; }

        /// <summary>On which day it was done, or null for today.</summary>
        public DateOnly? On { get; init; }

        public string? Who { get; init; }

        public DateOnly? Due { get; init; }

        public string? Recovery { get; init; }
    }

    /// <summary>A departure from the plan.</summary>
    public sealed record Deviation(string What, string? Why, string? CameOfIt, DateOnly? Date) : Entry;

    /// <summary>A fact that somebody saw.</summary>
    public sealed record Observation(string What, string By, DateOnly? Date) : Entry;

    /// <summary>A step, or what came of one.</summary>
    /// <param name="Step">The text of a new step, the number of one that is written, or null for the last open one.</param>
    public sealed record Experiment(string? Step) : Entry
    {
        public string? Expected { get; init; }

        public string? Happened { get; init; }

        public string? Learned { get; init; }

        /// <summary>The obstacle that it is aimed at: its id, its number or a part of its text.</summary>
        public string? Against { get; init; }

        public DateOnly? Date { get; init; }
    }

    /// <summary>An obstacle: a new one, or one that is worked on now or was removed.</summary>
    /// <param name="Text">Its text, or the id or a part of the text of one that is written.</param>
    public sealed record Obstacle(string Text) : Entry
    {
        public string? Id { get; init; }

        public bool Active { get; init; }

        public DateOnly? Removed { get; init; }
    }

    /// <summary>A line of the log.</summary>
    public sealed record Log(string Text, string By, DateOnly? Date) : Entry;

    /// <summary>A value that somebody read off and types in.</summary>
    /// <param name="Metric">The metric; its rows stand in <c>data/METRIC.csv</c>.</param>
    /// <param name="Number">The number as typed.</param>
    /// <param name="Date">Its day, or null for today.</param>
    /// <param name="Replace">Whether a value of that day gives way.</param>
    public sealed record Value(string Metric, string Number, DateOnly? Date, bool Replace) : Entry;

    /// <summary>A contact that anybody had with a customer.</summary>
    public sealed record Contact(string With, string Text) : Entry
    {
        public string? By { get; init; }

        public string? Role { get; init; }

        public string? FollowUp { get; init; }

        public DateOnly? Due { get; init; }

        public DateOnly? Date { get; init; }
    }

    /// <summary>The answers of a weekly talk; what is null or empty was not answered.</summary>
    public sealed record Week : Entry
    {
        public string? By { get; init; }

        public DateOnly? Date { get; init; }

        public string? Happened { get; init; }

        public string? Learned { get; init; }

        /// <summary>The obstacle that is worked on now: its number, its id, a part of its text, or the text of a new one.</summary>
        public string? Against { get; init; }

        /// <summary>When the obstacle before was out of the way.</summary>
        public DateOnly? Removed { get; init; }

        public string? Next { get; init; }

        public string? Expected { get; init; }

        /// <summary>When one can see what was learned.</summary>
        public DateOnly? SeeOn { get; init; }

        /// <summary>Actions that were done, by number from 1, each with its day or null for today.</summary>
        public IReadOnlyList<(int Number, DateOnly? On)> Done { get; init; } = [];

        public IReadOnlyList<(string Metric, string Number)> Values { get; init; } = [];
    }

    /// <summary>A decision, with what goes into <c>act</c> and the cycle that comes of it.</summary>
    /// <param name="Word">Such as <c>adopt</c>.</param>
    public sealed record Decision(string Word) : Entry
    {
        public string? Because { get; init; }

        public string? Learned { get; init; }

        public string? Reflection { get; init; }

        public DateOnly? Date { get; init; }

        /// <summary>The standard's keys; those that are null are not written.</summary>
        public (string? Text, string? Owner, string? Metric, string? Audit) Standard { get; init; }

        /// <summary>The id of the next cycle, or what comes next in words.</summary>
        public string? Next { get; init; }

        /// <summary>Whether the file of the next cycle is written.</summary>
        public bool Follows { get; init; } = true;

        /// <summary>Whether a decision that is written gives way.</summary>
        public bool Force { get; init; }

        /// <summary>What the evidence allows, in a word, or null where it is not known or nothing to compare with.</summary>
        public string? Recommended { get; init; }

        /// <summary>The lead metric's value after the change with its unit, for the title of what holds it, or null.</summary>
        public double? Reached { get; init; }
    }
}
