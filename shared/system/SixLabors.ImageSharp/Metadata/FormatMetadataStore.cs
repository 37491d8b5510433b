namespace SixLabors.ImageSharp.Metadata;

/// <summary>One metadata object per format, made when first asked for.</summary>
internal sealed class FormatMetadataStore
{
    private readonly Dictionary<Type, IDeepCloneable> byType = [];

    public T Of<T>()
        where T : class, IDeepCloneable, new()
    {
        if (!this.byType.TryGetValue(typeof(T), out IDeepCloneable? found))
        {
            found = new T();
            this.byType.Add(typeof(T), found);
        }

        return (T)found;
    }

    public FormatMetadataStore Copy()
    {
        FormatMetadataStore copy = new();
        foreach ((Type type, IDeepCloneable value) in this.byType)
        {
            copy.byType.Add(type, value.DeepClone());
        }

        return copy;
    }
}
