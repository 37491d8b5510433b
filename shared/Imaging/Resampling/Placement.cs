namespace LatentWalk.Imaging.Resampling;

/// <summary>
/// Where a picture, scaled alike in both directions, lies on a square: its corner, which a crop puts outside, and its size.
/// As the image library places it.
/// </summary>
internal readonly record struct Placement(int Left, int Top, int Width, int Height)
{
    public static Placement Of(int width, int height, int size, Fit fit)
    {
        float across = size / (float)width;
        float down = size / (float)height;
        bool crop = fit == Fit.Crop;
        float ratio = crop ? Math.Max(across, down) : Math.Min(across, down);
        bool fillsAcross = crop ? down < across : down >= across;
        float other = (fillsAcross ? height : width) * ratio;
        int scaled = Math.Max(1, (int)(crop ? MathF.Ceiling(other) : MathF.Round(other)));
        int start = (int)MathF.Round((size - other) / 2F);
        return fillsAcross ? new Placement(0, start, size, scaled) : new Placement(start, 0, scaled, size);
    }
}
