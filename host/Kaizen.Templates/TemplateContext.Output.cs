using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban;

public partial class TemplateContext
{
    private const string Ellipsis = "...";

    private readonly Stack<OutputFrame> _outputs = new();
    private bool _isAtLineStart;

    public IScriptOutput Output => _outputs.Peek().Output;

    public int OutputCount => _outputs.Count;

    public bool EnableOutput { get; set; } = true;

    /// <summary>Whether what a code block writes is indented like the block itself.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Whether the indentation is also put on lines that are empty.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    public string NewLine { get; set; } = "\n";

    /// <summary>The indentation of the code block that runs.</summary>
    public string? CurrentIndent { get; set; }

    public void PushOutput() => PushOutput(new StringBuilderOutput());

    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _outputs.Push(new OutputFrame(output));
    }

    public IScriptOutput PopOutput()
    {
        if (_outputs.Count == 1)
            throw new InvalidOperationException("There is no pushed output to pop.");
        return _outputs.Pop().Output;
    }

    /// <summary>
    /// Writes the value of an expression. The text of a template does not come this way but by the string
    /// overloads, so that an override can escape values alone.
    /// </summary>
    public virtual TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null)
            Write(textAsObject as string ?? ObjectToString(textAsObject));
        return this;
    }

    public TemplateContext Write(string? text) => text is null ? this : Write(text, 0, text.Length);

    public TemplateContext WriteLine() => Write(NewLine);

    public TemplateContext Write(string? text, int startIndex, int count)
    {
        if (text is null || count <= 0 || !EnableOutput)
            return this;
        if (CurrentIndent is null)
        {
            Emit(text, startIndex, count);
            _isAtLineStart = text[startIndex + count - 1] == '\n';
        }
        else
        {
            WriteIndented(text, startIndex, startIndex + count, CurrentIndent);
        }

        return this;
    }

    public void ResetPreviousNewLine() => _isAtLineStart = false;

    internal void ResetOutput()
    {
        if (Output is StringBuilderOutput memory)
            memory.Builder.Clear();
        _outputs.Peek().Length = 0;
        _isAtLineStart = false;
        CurrentIndent = null;
    }

    private void WriteIndented(string text, int start, int end, string indent)
    {
        while (start < end)
        {
            if (_isAtLineStart && (IndentOnEmptyLines || text[start] is not ('\n' or '\r')))
                Emit(indent, 0, indent.Length);
            var newLine = text.IndexOf('\n', start, end - start);
            var next = newLine < 0 ? end : newLine + 1;
            Emit(text, start, next - start);
            _isAtLineStart = newLine >= 0;
            start = next;
        }
    }

    private void Emit(string text, int start, int count)
    {
        var frame = _outputs.Peek();
        if (LimitToString > 0 && frame.Length + count > LimitToString)
        {
            var rest = LimitToString - (int)frame.Length;
            if (rest < 0)
                return;
            frame.Output.Write(text, start, rest);
            frame.Output.Write(Ellipsis, 0, Ellipsis.Length);
            frame.Length = (long)LimitToString + 1;
            return;
        }

        frame.Length += count;
        frame.Output.Write(text, start, count);
    }

    private sealed class OutputFrame(IScriptOutput output)
    {
        public IScriptOutput Output { get; } = output;

        public long Length { get; set; }
    }
}
