using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>Where the parts of Inspect lie in their half of the frame. Framebuffer pixels.</summary>
internal readonly record struct InspectLayout(PixelRect Room, PixelRect Layer, PixelRect Nearest, int WordsTop)
{
    private const int WordLines = 5;

    public static InspectLayout In(PixelRect room, in PanelFrame frame)
    {
        int title = 2 * frame.Line;
        int words = WordLines * frame.Line;
        int pictures = Math.Max(1, (room.Height - title - words) / 4);
        int layer = Math.Max(1, room.Height - title - words - pictures - (2 * frame.Padding));
        return new InspectLayout(
            room,
            room with { Y = room.Y + title, Height = layer },
            room with { Y = room.Y + title + layer + frame.Padding, Height = pictures },
            room.Y + title + layer + pictures + (2 * frame.Padding));
    }
}
