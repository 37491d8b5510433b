namespace LatentWalk.Exporter.Web;

/// <summary>Where the page goes, and what it says that the generator's file does not.</summary>
internal sealed record WebPageRequest
{
    public required string Folder { get; init; }

    /// <summary>An unpacked package onnxruntime-web; null when the user gave none.</summary>
    public string? Runtime { get; init; }

    /// <summary>Null for the generator's name.</summary>
    public string? Title { get; init; }

    /// <summary>Where the page is going to be, for the preview in messages and networks; null when that is not known.</summary>
    public Uri? Address { get; init; }
}
