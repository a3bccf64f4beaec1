namespace Kaizen.Core.Checking;

/// <summary>What a metric did against its baseline.</summary>
public enum EffectWord { Improved, NoDetectableChange, Worsened, TooEarly, Unjudged }

/// <summary>What a metric did against its prediction.</summary>
public enum PredictionWord { Better, AsPredicted, Worse }

/// <summary>What the engine recommends. The decision is a person's.</summary>
public enum Recommendation { None, Wait, Adopt, Adapt, Abandon, Hold, Correct, Pursue, Pivot, Drop }

/// <summary>Where a cycle stands, derived from the facts written down.</summary>
public enum CycleState { Draft, Framed, PlanAgreed, Doing, OnHold, Checking, Acting, Closed, Cancelled }
