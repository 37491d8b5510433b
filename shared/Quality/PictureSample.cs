namespace LatentWalk.Quality;

/// <summary>What is kept of some pictures to measure them by: much less than the pictures.</summary>
public sealed class PictureSample
{
    internal PictureSample(int size, string featuresName, RowMatrix features, RowMatrix small, IReadOnlyList<RowMatrix> patches, RowMatrix colours, PictureTraits traits)
    {
        Size = size;
        FeaturesName = featuresName;
        Features = features;
        Small = small;
        Patches = patches;
        Colours = colours;
        Traits = traits;
    }

    public int Count => Features.Rows;

    /// <summary>Side of the pictures in pixels.</summary>
    public int Size { get; }

    /// <summary>Of the network that made the features.</summary>
    public string FeaturesName { get; }

    internal RowMatrix Features { get; }

    internal RowMatrix Small { get; }

    /// <summary>Of each level of the pyramid, normalised.</summary>
    internal IReadOnlyList<RowMatrix> Patches { get; }

    internal RowMatrix Colours { get; }

    internal PictureTraits Traits { get; }
}
