namespace Kaizen.Abstractions;

/// <summary>Options that judge more than the types of their values.</summary>
public interface IValidated
{
    /// <summary>Reports everything that is wrong with the values, all at once and before any I/O.</summary>
    /// <param name="faults">Receives the faults; each is shown at the option's place in the YAML.</param>
    void Validate(OptionFaults faults);
}
