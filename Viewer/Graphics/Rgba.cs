using System.Runtime.InteropServices;

namespace LatentWalk.Viewer.Graphics;

/// <summary>A colour, 8 bits a channel, alpha not multiplied in; the four bytes lie in this order in vertex buffers.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    internal static readonly Rgba White = new(255, 255, 255);
    internal static readonly Rgba Black = new(0, 0, 0);

    internal Rgba WithAlpha(byte alpha) => this with { A = alpha };
}
