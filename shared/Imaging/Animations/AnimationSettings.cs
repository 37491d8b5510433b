namespace LatentWalk.Imaging.Animations;

/// <summary>What an animation is, beside its frames.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record AnimationSettings(int Width, int Height, double FramesPerSecond)
{
    /// <summary>The frames have alpha that counts; without it they are taken as opaque.</summary>
    public bool Alpha { get; init; }

    /// <summary>Of WebP: 0 to 100 for a smaller file that loses detail; null keeps every pixel.</summary>
    public int? Quality { get; init; }

    /// <summary>Every problem at once; empty when there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> problems = [];
        if (Width is < 1 or > PictureLimits.Side || Height is < 1 or > PictureLimits.Side)
        {
            problems.Add($"the frames are {Width}x{Height}; expected sides of 1 to {PictureLimits.Side}");
        }

        if (!(FramesPerSecond is > 0 and <= 1000))
        {
            problems.Add($"{FramesPerSecond} frames per second; expected more than 0 and at most 1000");
        }

        if (Quality is < 0 or > 100)
        {
            problems.Add($"the quality is {Quality}; expected 0 to 100");
        }

        return problems;
    }
}
