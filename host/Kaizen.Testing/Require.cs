using Xunit.Sdk;

namespace Kaizen.Testing;

/// <summary>Fails a test with a sentence that says what the contract asks for.</summary>
internal static class Require
{
    public static void True(bool holds, string otherwise)
    {
        if (!holds) throw new XunitException(otherwise);
    }

    public static bool IsSentence(string text) => text.Length > 1 && text[^1] is '.' or '?' or '!';

    /// <summary>The exception that an action ends with, or null.</summary>
    public static async Task<Exception?> Thrown(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
