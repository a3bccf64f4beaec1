using System.Data.Common;

namespace Kaizen.Abstractions;

/// <summary>The types a column can be read as, each with the getter that reads it.</summary>
public enum ColumnType
{
    /// <summary>Text: <see cref="DbDataReader.GetString(int)"/>.</summary>
    Text,

    /// <summary>A finite number: <see cref="DbDataReader.GetDouble(int)"/>.</summary>
    Number,

    /// <summary>
    /// A date or time: <see cref="DbDataReader.GetDateTime(int)"/>. <see cref="DateTimeKind.Utc"/> is an instant;
    /// <see cref="DateTimeKind.Unspecified"/> is local to the workspace's zone, a date alone its 00:00 there.
    /// </summary>
    Time,

    /// <summary>True or false: <see cref="DbDataReader.GetBoolean(int)"/>.</summary>
    Flag,
}
