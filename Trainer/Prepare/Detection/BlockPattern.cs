namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A feature: 3 × 3 cells of <paramref name="Width"/> by <paramref name="Height"/> pixels of the window, from (X, Y).</summary>
internal readonly record struct BlockPattern(int X, int Y, int Width, int Height);
