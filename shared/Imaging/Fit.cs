namespace LatentWalk.Imaging;

/// <summary>How a picture of any shape becomes a square; it is never stretched.</summary>
public enum Fit
{
    /// <summary>The shorter side fills the square, the middle of the longer one stays.</summary>
    Crop,

    /// <summary>The longer side fills the square, white is added on both sides of the shorter one.</summary>
    Pad,
}
