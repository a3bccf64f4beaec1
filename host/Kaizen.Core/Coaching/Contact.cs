namespace Kaizen.Core.Coaching;

/// <summary>A contact with a customer, as somebody wrote it down.</summary>
/// <param name="Date">The day of it.</param>
/// <param name="By">Who had it, or null where nobody is named.</param>
/// <param name="With">The customer.</param>
/// <param name="What">What was talked about.</param>
public sealed record Contact(DateOnly Date, string? By, string With, string What)
{
    /// <summary>What was promised, or null.</summary>
    public string? FollowUp { get; init; }

    /// <summary>By when it was promised, or null.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>A contact of a person, and what came of it.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Followed">The next contact with the same customer, by anybody, or null where there is none so far.</param>
public sealed record OwnContact(Contact Contact, Contact? Followed)
{
    /// <summary>The contacts of a person up to a day, the latest first, each with the one that followed it.</summary>
    /// <param name="person">Id of the person.</param>
    /// <param name="written">All contacts in the order in which they were written down, which decides between two of one day.</param>
    /// <param name="asOf">The day of the look; what was written for later days has not happened.</param>
    public static IReadOnlyList<OwnContact> Of(string person, IEnumerable<Contact> written, DateOnly asOf)
    {
        var known = written.Where(c => c.Date <= asOf).OrderBy(c => c.Date).ToList();
        var next = new Dictionary<string, Contact>(StringComparer.OrdinalIgnoreCase);
        var own = new List<OwnContact>();
        for (var i = known.Count - 1; i >= 0; i--)
        {
            var (contact, customer) = (known[i], known[i].With.Trim());
            if (string.Equals(contact.By?.Trim(), person, StringComparison.OrdinalIgnoreCase)) own.Add(new OwnContact(contact, next.GetValueOrDefault(customer)));
            // A contact with nobody named is followed by nothing.
            if (customer.Length > 0) next[customer] = contact;
        }

        return own;
    }
}
