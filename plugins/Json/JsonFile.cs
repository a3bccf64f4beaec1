using System.Text.Json;
using Kaizen.Abstractions;
using Kaizen.Plugin.Shared;

namespace Kaizen.Plugin.Json;

/// <summary>Takes the values of a row.</summary>
internal interface IJsonRow
{
    /// <summary>
    /// Reads the value at which the reader stands to its end; false where the end is not there yet: it is then called again from the
    /// beginning of the row.
    /// </summary>
    bool Take(ref Utf8JsonReader reader, JsonFile file);
}

/// <summary>Finds the rows of a file, one after another.</summary>
internal sealed class JsonFile : IDisposable
{
    private readonly InputFile file;
    private readonly JsonBuffer buffer;
    private readonly bool isLines;
    private readonly string[] path;
    private JsonReaderState state;
    private bool ended;

    /// <summary>Opens the file at its first row.</summary>
    public JsonFile(InputFile file, JsonOptions options, CancellationToken cancellation)
    {
        this.file = file;
        path = options.Rows?.Split('.') ?? [];
        buffer = new JsonBuffer(file, cancellation);
        try
        {
            var first = First();
            isLines = options.Format is { } format ? format == JsonFormat.Lines : options.Rows is null && first != '[';
            if (!isLines) Enter();
        }
        catch (JsonException e)
        {
            buffer.Dispose();
            throw Broken(e);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next row, or says that there is none.</summary>
    public bool Read(IJsonRow row)
    {
        if (ended) return false;
        try
        {
            ended = !(isLines ? ReadLine(row) : ReadElement(row));
            return !ended;
        }
        catch (JsonException e)
        {
            throw Broken(e);
        }
    }

    /// <summary>What the file is called in messages.</summary>
    public string Written => file.Written;

    /// <summary>The line of a place in the row that is being taken, from 1.</summary>
    public long LineAt(long offset) => buffer.LineAt(offset);

    public void Dispose() => buffer.Dispose();

    private bool ReadLine(IJsonRow row)
    {
        var looked = 0;
        while (true)
        {
            var end = buffer.Unread[looked..].IndexOf((byte)'\n');
            if (end < 0 && !buffer.IsLast)
            {
                looked = buffer.Unread.Length;
                buffer.Fill();
                continue;
            }

            var line = end < 0 ? buffer.Unread : buffer.Unread[..(looked + end)];
            if (line.Trim(" \t\r"u8).IsEmpty)
            {
                if (end < 0) return false;
                buffer.UseLine(line.Length + 1);
                looked = 0;
                continue;
            }

            var reader = new Utf8JsonReader(line);
            reader.Read();
            row.Take(ref reader, this);
            // Throws where something follows.
            reader.Read();
            if (end < 0) buffer.Use(line.Length);
            else buffer.UseLine(line.Length + 1);
            return true;
        }
    }

    private bool ReadElement(IJsonRow row)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.Unread, buffer.IsLast, state);
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Leave(ref reader);
                    return false;
                }

                if (row.Take(ref reader, this))
                {
                    state = reader.CurrentState;
                    buffer.Use(reader.BytesConsumed);
                    return true;
                }
            }

            buffer.Fill();
        }
    }

    /// <summary>Goes to the array of rows and into it.</summary>
    private void Enter()
    {
        var reader = new Utf8JsonReader(buffer.Unread, buffer.IsLast, state);
        if (buffer.IsLast && buffer.Unread.Trim(" \t\r\n"u8).IsEmpty) throw new SourceException($"The file '{file.Written}' is empty.", "it must hold an array of rows; one without rows is []");
        Token(ref reader);
        for (var i = 0; i < path.Length; i++)
        {
            if (reader.TokenType != JsonTokenType.StartObject || !Find(ref reader, path[i]))
                throw new SourceException($"The document in '{file.Written}' has no '{string.Join('.', path[..(i + 1)])}'.", "look at 'rows', which is the path to the array of rows");
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            var what = path.Length == 0 ? $"The document in '{file.Written}'" : $"'{string.Join('.', path)}' in '{file.Written}'";
            throw new SourceException($"{what} is {JsonWords.Of(reader.TokenType)}, not an array of rows.", "name the array in it with 'rows', such as rows: data.items");
        }

        state = reader.CurrentState;
        buffer.Use(reader.BytesConsumed);
    }

    /// <summary>
    /// Reads what stands behind the rows: a document that was cut off has lost some, and one that names their place twice has others.
    /// </summary>
    private void Leave(ref Utf8JsonReader reader)
    {
        var open = path.Length;
        while (Token(ref reader))
        {
            open = Math.Min(open, reader.CurrentDepth);
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == open && reader.ValueTextEquals(path[open - 1]))
                throw new SourceException($"The document in '{file.Written}' names '{string.Join('.', path[..open])}' twice.", "put all rows into one array; which of the two holds them is not guessed");
        }
    }

    /// <summary>Goes to the value of a name in the object at which the reader stands.</summary>
    private bool Find(ref Utf8JsonReader reader, string name)
    {
        while (Token(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            Token(ref reader);
            if (found) return true;
            var depth = reader.CurrentDepth;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                while (Token(ref reader) && reader.CurrentDepth > depth) continue;
        }

        return false;
    }

    /// <summary>Reads the next token and bytes for it as needed; false at the end of the document.</summary>
    private bool Token(ref Utf8JsonReader reader)
    {
        while (!reader.Read())
        {
            if (buffer.IsLast) return false;
            state = reader.CurrentState;
            buffer.Use(reader.BytesConsumed);
            buffer.Fill();
            reader = new Utf8JsonReader(buffer.Unread, buffer.IsLast, state);
        }

        return true;
    }

    /// <summary>The first character that is not blank, after a byte order mark; 0 where there is none.</summary>
    private char First()
    {
        while (buffer.Unread.Length < 4 && !buffer.IsLast) buffer.Fill();
        if (buffer.Unread.StartsWith("\uFEFF"u8)) buffer.Use(3);
        else if (buffer.Unread is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new SourceException($"The file '{file.Written}' is UTF-16, and JSON is read as UTF-8.", "save it as UTF-8");
        while (true)
        {
            var blank = buffer.Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (blank >= 0) return (char)buffer.Unread[blank];
            if (buffer.IsLast) return '\0';
            buffer.Use(buffer.Unread.Length);
            buffer.Fill();
        }
    }

    private SourceException Broken(JsonException e)
    {
        var line = isLines ? buffer.Line : (e.LineNumber ?? 0) + 1;
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var why = (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
        var hint = isLines ? "each line is an object by itself; is it one document? name the array in it with 'rows'" : "was the file written to its end? a JSON editor shows the place";
        return new SourceException($"Line {line} of '{file.Written}' cannot be read as JSON: {why}.", hint, e);
    }
}
