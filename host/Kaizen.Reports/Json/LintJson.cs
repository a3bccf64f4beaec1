using System.Text.Json;
using Kaizen.Core.Checking;
using Kaizen.Reports.Review;

namespace Kaizen.Reports.Json;

/// <summary>A lint hit as JSON, with its place and the coach's question.</summary>
internal static class LintJson
{
    public static void Write(Utf8JsonWriter json, Remark remark)
    {
        json.WriteStartObject();
        json.WriteString("rule", remark.Code);
        json.WriteString("severity", JsonWords.Of(remark.Severity));
        json.WriteString("gate", remark.Gate?.ToString());
        json.WriteString("cycle", remark.Cycle);
        if (remark.At is { } at)
        {
            json.WriteString("file", at.File);
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
        }

        json.WriteString("message", remark.Message);
        json.WriteString("question", remark.Hint);
        if (remark.Waived is { } waiver)
        {
            json.WriteStartObject("waived");
            json.WriteString("because", waiver.Because);
            json.WriteString("date", EvidenceParts.Date(waiver.Date));
            json.WriteString("by", waiver.By);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("waived");
        }

        json.WriteEndObject();
    }
}
