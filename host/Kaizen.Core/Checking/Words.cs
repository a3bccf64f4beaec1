using System.Text.Json.Serialization;

namespace Kaizen.Core.Checking;

/// <summary>What a metric did against its baseline.</summary>
public enum EffectWord
{
    [JsonStringEnumMemberName("improved")] Improved,
    [JsonStringEnumMemberName("no_detectable_change")] NoDetectableChange,
    [JsonStringEnumMemberName("worsened")] Worsened,
    [JsonStringEnumMemberName("too_early")] TooEarly,
    [JsonStringEnumMemberName("unjudged")] Unjudged,
}

/// <summary>What a metric did against its prediction.</summary>
public enum PredictionWord
{
    [JsonStringEnumMemberName("better")] Better,
    [JsonStringEnumMemberName("as_predicted")] AsPredicted,
    [JsonStringEnumMemberName("worse")] Worse,
}

/// <summary>What the engine recommends. The decision is a person's.</summary>
public enum Recommendation
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("wait")] Wait,
    [JsonStringEnumMemberName("adopt")] Adopt,
    [JsonStringEnumMemberName("adapt")] Adapt,
    [JsonStringEnumMemberName("abandon")] Abandon,
    [JsonStringEnumMemberName("hold")] Hold,
    [JsonStringEnumMemberName("correct")] Correct,
}

/// <summary>Where a cycle stands, derived from the facts written down.</summary>
public enum CycleState
{
    [JsonStringEnumMemberName("draft")] Draft,
    [JsonStringEnumMemberName("framed")] Framed,
    [JsonStringEnumMemberName("plan_agreed")] PlanAgreed,
    [JsonStringEnumMemberName("doing")] Doing,
    [JsonStringEnumMemberName("checking")] Checking,
    [JsonStringEnumMemberName("acting")] Acting,
    [JsonStringEnumMemberName("closed")] Closed,
}
