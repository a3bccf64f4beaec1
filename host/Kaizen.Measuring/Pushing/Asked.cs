using Kaizen.Core.Expressions;
using Kaizen.Core.Metrics;
using Kaizen.Measuring.Expressions;
using Kaizen.Measuring.Tallies;

namespace Kaizen.Measuring.Pushing;

/// <summary>A tally with what it was made from.</summary>
/// <param name="Tally">The tally, compiled for a scan.</param>
/// <param name="Metric">The metric that asked for it first.</param>
/// <param name="Where">Its population, or that of the metric's comparison group.</param>
/// <param name="Scope">What its expressions are typed against.</param>
internal sealed record Asked(Tally Tally, Metric Metric, RowExpression? Where, ExpressionScope Scope);
