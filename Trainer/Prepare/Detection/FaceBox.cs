namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A square or nearly square area of a picture, in its pixels.</summary>
/// <param name="Neighbours">How many overlapping hits were joined into it; 1 for a single hit.</param>
internal readonly record struct FaceBox(int X, int Y, int Width, int Height, int Neighbours = 1)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public long Area => (long)Width * Height;
}
