namespace Kaizen.Definitions.Editing;

/// <summary>One change of a YAML file.</summary>
public abstract record YamlEdit
{
    private YamlEdit(EditPath path) => Path = path;

    /// <summary>Where.</summary>
    public EditPath Path { get; }

    /// <summary>Gives a key or a list item a value. Of a mapping that is there already only the keys named in the value are set.</summary>
    public sealed record Set : YamlEdit
    {
        /// <summary>Gives <paramref name="path"/> the value.</summary>
        public Set(string path, YamlValue value) : this(EditPath.Parse(path), value)
        {
        }

        /// <summary>Gives <paramref name="path"/> the value.</summary>
        public Set(EditPath path, YamlValue value) : base(path) => Value = value;

        /// <summary>The value.</summary>
        public YamlValue Value { get; }
    }

    /// <summary>Adds an item at the end of a list.</summary>
    public sealed record Append : YamlEdit
    {
        /// <summary>Adds the item to the list at <paramref name="path"/>.</summary>
        public Append(string path, YamlValue item) : this(EditPath.Parse(path), item)
        {
        }

        /// <summary>Adds the item to the list at <paramref name="path"/>.</summary>
        public Append(EditPath path, YamlValue item) : base(path) => Item = item;

        /// <summary>The item.</summary>
        public YamlValue Item { get; }
    }

    /// <summary>Takes a key away with everything below it; where it is not there, nothing is done.</summary>
    public sealed record Remove : YamlEdit
    {
        /// <summary>Takes away what stands at <paramref name="path"/>.</summary>
        public Remove(string path) : base(EditPath.Parse(path))
        {
        }
    }
}
