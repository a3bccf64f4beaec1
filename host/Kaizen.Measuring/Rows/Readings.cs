global using Instant = Kaizen.Measuring.Rows.Reading<long>;
global using Numeric = Kaizen.Measuring.Rows.Reading<double>;

namespace Kaizen.Measuring.Rows;

/// <summary>
/// A compiled expression: false where it is null. <c>Numeric</c> gives a number that is never NaN or infinite,
/// <c>Instant</c> UTC ticks.
/// </summary>
internal delegate bool Reading<T>(Row row, out T value);

/// <summary>A compiled expression that gives a text, or null.</summary>
internal delegate string? Words(Row row);

/// <summary>A compiled condition in SQL's three-valued logic: null is unknown.</summary>
internal delegate bool? Condition(Row row);
