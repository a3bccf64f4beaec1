namespace Kaizen.Store.Evidence;

/// <summary>What a store is opened for.</summary>
public enum StoreUse
{
    /// <summary>Looking only: a store that cannot be used is passed over with a warning.</summary>
    Look,

    /// <summary>Looking things up and saving: a damaged store is set aside, one that the machine keeps from us is an error.</summary>
    Write,
}
