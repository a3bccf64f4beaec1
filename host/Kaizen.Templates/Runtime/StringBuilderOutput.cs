using System.Text;

namespace Scriban.Runtime;

/// <summary>Rendered text kept in memory.</summary>
public class StringBuilderOutput : IScriptOutput
{
    public StringBuilderOutput()
        : this(new StringBuilder())
    {
    }

    public StringBuilderOutput(StringBuilder builder) => Builder = builder;

    public StringBuilder Builder { get; }

    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Builder.Append(text, offset, count);
        return default;
    }

    public override string ToString() => Builder.ToString();
}
