using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Prepare;

/// <summary>What was measured on one picture; all that is kept of it in memory, large fields first.</summary>
internal struct PictureScores
{
    public ulong Hash;

    /// <summary>Of the area that the square is made from, in pixels.</summary>
    public int Width;

    public int Height;

    public float Blur;

    public float Colour;

    public float Photo;

    /// <summary>Set once all pictures are known; 0 before.</summary>
    public float Background;

    /// <summary>Negative to the left.</summary>
    public float Facing;

    /// <summary>Where its pixels are in the spool; -1 for none.</summary>
    public int Slot;

    /// <summary>For a duplicate the index of the picture that is kept; -1 otherwise.</summary>
    public int TwinOf;

    /// <summary>How much it differs from that one.</summary>
    public float TwinDifference;

    public CoarseParts Coarse;

    /// <summary>The step that refused it; null while it is kept.</summary>
    public PrepareStep? Refused;

    /// <summary>What kind of file it came in.</summary>
    public PictureKind Kind;

    public readonly int ShorterSide => Math.Min(Width, Height);

    public readonly double Aspect => (double)Math.Max(Width, Height) / Math.Max(1, ShorterSide);

    /// <summary>The number that a filter compares with its threshold; NaN where there is none.</summary>
    public readonly double Of(PrepareStep step) => Slot < 0 ? double.NaN : step switch
    {
        PrepareStep.Small => ShorterSide,
        PrepareStep.Aspect => Aspect,
        PrepareStep.Blur => Blur,
        PrepareStep.Grey => Colour,
        PrepareStep.Photo => Photo,
        PrepareStep.Background => Background,
        PrepareStep.Duplicate => TwinOf < 0 ? double.NaN : TwinDifference,
        PrepareStep.Turn => Facing,
        _ => double.NaN,
    };
}
