namespace Kaizen.Statistics;

/// <summary>A shift between two samples with its 95 % interval, in the unit of the values.</summary>
/// <param name="Shift">The median of all differences after − before.</param>
/// <param name="Lower">The k-th smallest of them.</param>
/// <param name="Upper">The k-th largest of them.</param>
public readonly record struct HodgesLehmannResult(double Shift, double Lower, double Upper);
