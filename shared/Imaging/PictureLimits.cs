namespace LatentWalk.Imaging;

/// <summary>What a picture may ask for before it is decoded. Larger ones are refused, so that a header cannot exhaust memory.</summary>
public static class PictureLimits
{
    public const long FileBytes = 256L * 1024 * 1024;
    public const long Pixels = 64L * 1024 * 1024;
    public const int Side = 65_535;
}
