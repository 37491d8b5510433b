namespace LatentWalk.Core.Pixels;

/// <summary>What black and white are in a float picture.</summary>
public enum ValueRange
{
    /// <summary>-1 is black, 1 is white: this project's generators.</summary>
    SignedUnit,

    /// <summary>0 is black, 1 is white: some generators of others.</summary>
    Unit,
}
