using System.Runtime.InteropServices;

namespace LatentWalk.Viewer.Graphics;

/// <summary>One instance of the HUD's draw calls, as it lies in the vertex buffer.</summary>
/// <param name="X">Left edge; of a line, where it begins.</param>
/// <param name="Y">Top edge; of a line, where it begins.</param>
/// <param name="Width">Of a line: where it ends, from where it begins.</param>
/// <param name="Height">Of a line: where it ends, from where it begins.</param>
/// <param name="Kind">A glyph or a thumbnail's tile from 0 on; below 0 one of the constants, or minus <see cref="Line"/> minus the thickness.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct HudQuad(float X, float Y, float Width, float Height, float Kind, Rgba Color)
{
    /// <summary>Fills the whole quad.</summary>
    internal const float Filled = -1;

    /// <summary>Fills the ellipse inside the quad.</summary>
    internal const float Disc = -2;

    /// <summary>At and below this: a line.</summary>
    internal const float Line = -16;

    internal const int BoxOffset = 0;
    internal const int KindOffset = 4 * sizeof(float);
    internal const int ColorOffset = 5 * sizeof(float);
}
