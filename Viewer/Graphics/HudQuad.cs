using System.Runtime.InteropServices;

namespace LatentWalk.Viewer.Graphics;

/// <summary>One instance of the HUD's draw call, as it lies in the vertex buffer: a glyph, or a filled rectangle.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct HudQuad(float X, float Y, float Width, float Height, float Glyph, Rgba Color)
{
    /// <summary>The value of <see cref="Glyph"/> that fills the whole quad.</summary>
    internal const float Filled = -1;

    internal const int BoxOffset = 0;
    internal const int GlyphOffset = 4 * sizeof(float);
    internal const int ColorOffset = 5 * sizeof(float);
}
