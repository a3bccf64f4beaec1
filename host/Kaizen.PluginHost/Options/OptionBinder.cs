using Kaizen.Abstractions;
using Kaizen.Core.Cycles;
using Kaizen.Core.Diagnostics;
using Kaizen.Core.Expressions;
using Kaizen.Core.Plugins;

namespace Kaizen.PluginHost.Options;

/// <summary>
/// Fills a plugin's options from what a person wrote and lets them judge themselves: every fault at once, each at its place in the
/// YAML, before any I/O.
/// </summary>
/// <param name="use">Who uses the plugin, with what, and where the faults go.</param>
/// <param name="offer">What is used.</param>
/// <param name="secrets">The secrets that the plugin may see.</param>
/// <param name="redaction">Learns of each secret that is handed over, before the first code of the plugin sees it.</param>
internal sealed class OptionBinder(PluginUse use, Offer offer, SecretStore secrets, Redaction redaction)
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowExpression> expressions = new(StringComparer.Ordinal);
    private readonly string kind = offer is Offer.OfSource ? "Source type" : "Metric type";
    private readonly string user = offer is Offer.OfSource ? "Source" : "Metric";
    private bool unusable;
    private bool faulty;

    /// <summary>The options, or null where one is faulty.</summary>
    public BoundOptions? Bind()
    {
        foreach (var option in use.Options) Bind(option);
        foreach (var option in offer.Options.Where(o => o.Required && !use.Options.Any(w => w.Name.Text == o.Name)))
        {
            Report(Catalogue.MissingOption.At(use.At, user, use.Name, option.Name), $"write '{option.Name}:' under 'with:'");
            unusable = true;
        }

        if (unusable)
        {
            if (offer.OptionsType.IsAssignableTo(typeof(IValidated))) JudgeTheRest();
            return null;
        }

        var options = Filled(values);
        if (options is IValidated validated) Report(FaultsOf(validated));
        return faulty ? null : new BoundOptions(options, expressions);
    }

    private object Filled(Dictionary<string, object> with)
    {
        var options = Activator.CreateInstance(offer.OptionsType)!;
        foreach (var option in offer.Options)
            if (with.TryGetValue(option.Name, out var value)) option.Property.SetValue(options, value);
        return options;
    }

    private static IReadOnlyList<OptionFault> FaultsOf(IValidated options)
    {
        var found = new OptionFaults();
        options.Validate(found);
        return found.All;
    }

    /// <summary>
    /// What the plugin says of the options that have a value, though others have none. Those get one that is made up: once the least,
    /// once the most that there is. What is said of them nobody wants to know, and what is said of another counts only where it is
    /// said both times: that a beginning lies after its end is untrue as long as the end is not known.
    /// </summary>
    private void JudgeTheRest()
    {
        var open = offer.Options.Where(o => !values.ContainsKey(o.Name) && (o.Required || use.Options.Any(w => w.Name.Text == o.Name))).ToList();
        var least = FaultsWith(open, MadeUpSize.Least);
        var most = FaultsWith(open, MadeUpSize.Most);
        Report(least.Where(f => most.Contains(f) && !open.Exists(o => o.Name == f.Option)));
    }

    private IReadOnlyList<OptionFault> FaultsWith(List<DeclaredOption> open, MadeUpSize size)
    {
        var all = new Dictionary<string, object>(values, StringComparer.Ordinal);
        foreach (var option in open) all[option.Name] = MadeUp.Of(option, size);
        var found = new OptionFaults();
        try
        {
            ((IValidated)Filled(all)).Validate(found);
        }
        catch (Exception)
        {
            // It may have stumbled over what was made up. Where it did not, it stumbles again over what is written then.
        }

        return found.All;
    }

    private void Report(IEnumerable<OptionFault> found)
    {
        foreach (var fault in found)
        {
            var option = use.Options.FirstOrDefault(o => o.Name.Text == fault.Option);
            var at = option is null ? use.At : option.Values.Count > 0 ? option.Values[0].At : option.Name.At;
            Report(redaction.Clean(Catalogue.OptionFault.Hinting(fault.Hint, at, fault.Option, fault.Message)), null);
        }
    }

    private void Bind(WrittenOption option)
    {
        var name = option.Name.Text;
        if (offer.Options.FirstOrDefault(o => o.Name == name) is not { } declared)
            Report(Catalogue.UnknownOption.At(option.Name.At, kind, offer.Name, name), Nearest.Hint(name, offer.Options.Select(o => o.Name).ToList()));
        else if (values.ContainsKey(name))
            Report(Catalogue.OptionTwice.At(option.Name.At, name), null);
        else if (declared.Kind == OptionKind.Secret || option.Secret is not null)
            BindSecret(declared, option);
        else if (declared.IsList)
            BindList(declared, option);
        else if (option.IsList || option.Values.Count != 1)
            Wrong(declared, option.Name.At, "a list");
        else if (One(declared, option.Values[0]) is { } value)
            values[name] = value;
    }

    private void BindSecret(DeclaredOption declared, WrittenOption option)
    {
        if (declared.Kind != OptionKind.Secret) Report(Catalogue.SecretNotHere.At(option.Name.At, declared.Name), null);
        else if (option.Secret is not { } name) Report(Catalogue.SecretInTheOpen.At(option.Name.At, declared.Name), null);
        else if (!secrets.Allows(name.Text)) Report(Catalogue.SecretNotAllowed.At(name.At, use.Plugin, name.Text), null);
        else if (secrets.Find(name.Text) is { } secret)
        {
            if (secret.Reveal().Length < Redaction.ShortestSecret)
            {
                Report(Catalogue.SecretTooShort.At(name.At, name.Text, Redaction.ShortestSecret), null);
                unusable = true;
                return;
            }

            redaction.Add(secret);
            values[declared.Name] = secret;
            return;
        }
        else Report(Catalogue.SecretNotSet.At(name.At, name.Text), null);

        unusable = true;
    }

    private void BindList(DeclaredOption declared, WrittenOption option)
    {
        var items = option.Values.Select(v => One(declared, v)).ToList();
        if (items.Contains(null)) return;
        var list = Array.CreateInstance(declared.ValueType, items.Count);
        for (var i = 0; i < items.Count; i++) list.SetValue(items[i], i);
        values[declared.Name] = list;
    }

    private object? One(DeclaredOption declared, Written written)
    {
        var text = written.Text;
        if (declared.Allowed.Count > 0 && !declared.Allowed.Contains(text, StringComparer.Ordinal))
        {
            Report(Catalogue.OptionNotAllowed.At(written.At, declared.Name, text), Nearest.Allowed(text, declared.Allowed));
            unusable = true;
            return null;
        }

        var value = OptionReader.Read(declared, text, use.WorkspaceFolder);
        if (value is null) Wrong(declared, written.At, text.Length == 0 ? "empty" : $"'{text}'");
        if (value is ExpressionText) Parse(written);
        return value;
    }

    private void Parse(Written written)
    {
        var parsed = new DiagnosticBag();
        if (RowExpression.Parse(written.Text, written.At, parsed) is { } expression) expressions[written.Text] = expression;
        foreach (var fault in parsed.All) Report(fault, null);
    }

    private void Wrong(DeclaredOption declared, SourceSpan at, string has)
    {
        Report(Catalogue.WrongOptionType.At(at, declared.Name, OptionReader.Wanted(declared), has), null);
        unusable = true;
    }

    private void Report(Diagnostic diagnostic, string? hint)
    {
        faulty = true;
        use.Faults.Add(diagnostic with { Hint = hint ?? diagnostic.Hint });
    }
}

/// <summary>Somebody's use of a plugin.</summary>
/// <param name="Name">Name of the source or metric.</param>
/// <param name="At">Where what is used is named: the place of a fault that has none of its own.</param>
/// <param name="Options">The options as written.</param>
/// <param name="WorkspaceFolder">Relative paths start here.</param>
/// <param name="Faults">Receives what is wrong.</param>
internal sealed record PluginUse(string Name, SourceSpan At, IReadOnlyList<WrittenOption> Options, string WorkspaceFolder, DiagnosticBag Faults)
{
    /// <summary>Name and version of the plugin.</summary>
    public required string Plugin { get; init; }
}

/// <summary>Options without a fault.</summary>
/// <param name="Value">The plugin's own options object.</param>
/// <param name="Expressions">The expressions among them, parsed at their places, by their text.</param>
internal sealed record BoundOptions(object Value, IReadOnlyDictionary<string, RowExpression> Expressions);
