namespace LatentWalk.Viewer.Graphics;

/// <summary>A rectangle of framebuffer pixels, origin at the top left.</summary>
internal readonly record struct PixelRect(int X, int Y, int Width, int Height)
{
    internal int Right => X + Width;

    internal int Bottom => Y + Height;

    internal bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;
}
