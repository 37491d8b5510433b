using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public readonly struct VideoMode
{
    public VideoMode(Vector2D<int>? resolution = default, int? refreshRate = default)
    {
        Resolution = resolution;
        RefreshRate = refreshRate;
    }

    public Vector2D<int>? Resolution { get; }

    public int? RefreshRate { get; }
}
