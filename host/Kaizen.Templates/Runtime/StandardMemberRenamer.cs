using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>Turns <c>FirstPassYield</c> into <c>first_pass_yield</c>; capitals in a row stay one word.</summary>
public static class StandardMemberRenamer
{
    public static readonly MemberRenamerDelegate Default = Rename;

    public static string Rename(MemberInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Rename(member.Name);
    }

    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var builder = new StringBuilder(name.Length + 4);
        var previousWasUpper = false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var isUpper = char.IsUpper(c);
            if (isUpper && i > 0 && !previousWasUpper)
                builder.Append('_');
            builder.Append(isUpper ? char.ToLowerInvariant(c) : c);
            previousWasUpper = isUpper;
        }

        return builder.ToString();
    }
}
