using System.Collections.Immutable;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Prepare;

/// <summary>Everything that decides which pictures become a set and how they look in it.</summary>
internal sealed record PrepareOptions
{
    internal const int SmallestSize = 8;
    internal const int LargestSize = 1024;
    internal const int LargestPreview = 64;

    /// <summary>Side of the set's pictures, in pixels.</summary>
    public int Size { get; init; } = 64;

    public Fit Fit { get; init; } = Fit.Pad;

    /// <summary>RGB to pad with; null takes each picture's own border colour.</summary>
    public (byte R, byte G, byte B)? PadColour { get; init; }

    public AlphaPolicy Alpha { get; init; } = AlphaPolicy.White;

    /// <summary>Steps to leave out.</summary>
    public ImmutableHashSet<PrepareStep> Skip { get; init; } = [];

    /// <summary>An OpenCV LBP cascade; null takes pictures whole.</summary>
    public string? Detector { get; init; }

    public DetectorOptions Faces { get; init; } = new();

    /// <summary>Added on each side of a face, as a part of its size.</summary>
    public double FaceMargin { get; init; } = 0.25;

    /// <summary>Every face of a picture, not only the one with most hits.</summary>
    public bool AllFaces { get; init; }

    /// <summary>The shorter side, in pixels, below which a picture is too small; null for three quarters of <see cref="Size"/>.</summary>
    public int? MinSide { get; init; }

    /// <summary>Longer side over shorter side, above which a picture is too narrow.</summary>
    public double MaxAspect { get; init; } = 2;

    /// <summary>Blur in [0, 1] above which a picture is too blurred; see <see cref="Measures.Blur"/>.</summary>
    public double MaxBlur { get; init; } = 0.6;

    /// <summary>Strength of its most coloured places below which a picture is nearly monochrome; see <see cref="Measures.Colourfulness"/>.</summary>
    public double MinColour { get; init; } = 17.5;

    /// <summary>In [0, 1]: above this a picture is more like a photograph; see <see cref="Measures.PhotoScore"/>.</summary>
    public double MaxPhoto { get; init; } = 0.35;

    /// <summary>Distance of colours, in 8-bit levels, above which a background is another one; see <see cref="BackgroundClusters"/>.</summary>
    public double MaxBackground { get; init; } = 24;

    /// <summary>The backgrounds of a set are compared only when so large a part of it shares one.</summary>
    public double BackgroundShare { get; init; } = 0.6;

    /// <summary>Largest difference of corresponding parts, in 8-bit levels, of two pictures that are one; see <see cref="NearDuplicates"/>.</summary>
    public double MaxDuplicate { get; init; } = 20;

    /// <summary>Flip pictures that face right; see <see cref="Measures.Facing"/>.</summary>
    public bool FaceLeft { get; init; }

    /// <summary>How sure the turn must be, as a part of the width.</summary>
    public double TurnMargin { get; init; } = 0.01;

    /// <summary>Every picture a second time, flipped.</summary>
    public bool Mirror { get; init; }

    /// <summary>auto, none, or the path of a CSV or a <c>dataset.json</c>.</summary>
    public string Labels { get; init; } = "auto";

    /// <summary>At once; 0 for one a core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Pictures on each before/after sheet; 0 for no sheets.</summary>
    public int Preview { get; init; }

    /// <summary>A CSV of what should be kept, to hold the result against; decides nothing. Null for none.</summary>
    public string? Truth { get; init; }

    internal int Channels => Alpha == AlphaPolicy.Keep ? 4 : 3;

    internal int SmallestSide => MinSide ?? Size * 3 / 4;

    internal int ThreadCount => Threads > 0 ? Threads : Environment.ProcessorCount;

    internal bool Does(PrepareStep step) => !Skip.Contains(step) && step switch
    {
        PrepareStep.Face => Detector is not null,
        PrepareStep.Turn => FaceLeft,
        PrepareStep.Mirror => Mirror,
        _ => true,
    };

    /// <summary>Every problem, each naming its option; empty when it can be done.</summary>
    internal IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        void Require(bool holds, string option, object value, string expected)
        {
            if (!holds)
            {
                problems.Add($"{option} is {value}; expected {expected}");
            }
        }

        Require(Size is >= SmallestSize and <= LargestSize, "--size", Size, $"{SmallestSize} to {LargestSize} pixels");
        Require(FaceMargin is >= 0 and <= 4, "--face-margin", FaceMargin, "0 to 4");
        Require(MinSide is null or (>= 1 and <= 65_535), "--min-side", MinSide ?? 0, "1 to 65535 pixels");
        Require(MaxAspect >= 1, "--max-aspect", MaxAspect, "1 or more");
        Require(MaxBlur is >= 0 and <= 1, "--max-blur", MaxBlur, "0 to 1");
        Require(MinColour >= 0, "--min-colour", MinColour, "0 or more");
        Require(MaxPhoto is >= 0 and <= 1, "--max-photo", MaxPhoto, "0 to 1");
        Require(MaxBackground is >= 0 and <= 255, "--max-background", MaxBackground, "0 to 255");
        Require(BackgroundShare is > 0 and <= 1, "--background-share", BackgroundShare, "more than 0, at most 1");
        Require(MaxDuplicate is >= 0 and <= 255, "--max-duplicate", MaxDuplicate, "0 to 255");
        Require(TurnMargin is >= 0 and <= 1, "--turn-margin", TurnMargin, "0 to 1");
        Require(Threads is >= 0 and <= 1024, "--threads", Threads, "0 to 1024");
        Require(Preview is >= 0 and <= LargestPreview, "--preview", Preview, $"0 to {LargestPreview}");
        problems.AddRange(Faces.Problems());
        if (Skip.Contains(PrepareStep.Decode) || Skip.Contains(PrepareStep.Square))
        {
            problems.Add("--skip takes any step but decode and square, without which there is no picture of a set");
        }

        return problems;
    }
}
