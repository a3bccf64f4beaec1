namespace Kaizen.Core.Expressions;

/// <summary>Leaves the parser at the first fault; it never leaves <see cref="RowExpression.Parse"/>.</summary>
#pragma warning disable CA1032, CA1064 // Internal control flow of one class, not an API.
internal sealed class ExpressionSyntaxException(string message, int offset, int length) : Exception(message)
{
    public int Offset { get; } = offset;

    public int Length { get; } = length;

    public string? Hint { get; init; }

    public bool TooDeep { get; init; }
}
