using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Options;

internal sealed record DataOptions
{
    /// <summary>The folder of pictures, searched with its subfolders; or a zip of them, or a packed set.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How a picture that is not square becomes one: <c>crop</c> its middle, or <c>pad</c> it.</summary>
    public string Fit { get; init; } = "crop";

    /// <summary>Show each picture mirrored half of the time.</summary>
    public bool Mirror { get; init; }

    /// <summary>SHA-256 of the decoded pictures in order; filled in when they are read.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>How many pictures there are; filled in when they are read.</summary>
    public int Pictures { get; init; }

    /// <summary>Names of the classes that a conditional run was trained on, in their order; filled in when the pictures are read.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    internal Fit FitMode => Fit == "pad" ? Imaging.Fit.Pad : Imaging.Fit.Crop;

    internal IEnumerable<string> Problems(string section)
    {
        if (Fit is not ("crop" or "pad"))
        {
            yield return $"{section}.fit is '{Fit}'; it must be crop or pad";
        }
    }
}
