namespace Kaizen.Statistics;

/// <summary>An estimate with its 95 % interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Estimate, double Lower, double Upper);
