namespace Kaizen.Abstractions;

/// <summary>
/// A row expression that a person wrote as the value of a metric's option, such as <c>hours_between(received_at, answered_at)</c>
/// or the name of a column. The host checks it against the source and evaluates it; the metric gets values.
/// </summary>
/// <param name="Text">As it was written.</param>
public sealed record ExpressionText(string Text)
{
    /// <summary>As it was written.</summary>
    public override string ToString() => Text;
}
