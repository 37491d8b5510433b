using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Shelf;

/// <summary>The shelf's screen: a page of faces over the picture. Faces of other generators are dim and say whose they are.</summary>
internal sealed class ShelfPanel(GL gl) : IDisposable
{
    private const byte Dim = 90;

    private readonly ThumbnailAtlas atlas = new(gl, rows: 3);
    private int shownVersion = -1;
    private int shownFirst = -1;

    public void Draw(in PanelFrame frame, WalkSession session)
    {
        ShelfDesk shelf = session.Shelf;
        int chosen = session.ShelfHands.Chosen;
        ShelfLayout layout = new(frame.Width, frame.Height, frame.Scale, shelf.Items.Count, chosen);
        frame.Ground(0, 0, frame.Width, frame.Height, Palette.DeepGround);
        Upload(shelf, layout);
        Span<char> text = stackalloc char[64];
        text.TryWrite($"SHELF: {shelf.Items.Count} {(shelf.Items.Count == 1 ? "face" : "faces")}   page {layout.Page + 1} of {layout.Pages}", out int length);
        frame.Text(frame.Padding, layout.Header, Palette.Key, text[..length]);
        if (shelf.Items.Count == 0)
        {
            frame.Text(frame.Padding, frame.Height / 2, Palette.Text, "nothing here yet: K keeps the face that is shown");
        }

        for (int index = layout.First; index < layout.First + layout.Shown; index++)
        {
            DrawFace(frame, layout, shelf, index, index == chosen);
        }

        if (chosen < shelf.Items.Count)
        {
            ShelfItem item = shelf.Items[chosen];
            string line = item.IsUnsaved ? $"{item.Name}: not on the disk yet" : shelf.IsOwn(item) ? item.Name : $"{item.Name}: of {item.Generator}; ENTER opens it";
            frame.Text(frame.Padding, layout.Footer, Palette.Text, line.AsSpan(0, Math.Min(line.Length, frame.Columns)));
        }

        for (int button = 0; button < ShelfHands.Buttons.Length; button++)
        {
            PixelRect place = layout.Button(button);
            frame.Ground(place.X, place.Y, place.Width, place.Height, Palette.Chosen);
            frame.Text(place.X + 3 * frame.Scale, place.Y + 2 * frame.Scale, Palette.Text, ShelfHands.Buttons[button]);
        }
    }

    public void Dispose() => atlas.Dispose();

    private void Upload(ShelfDesk shelf, in ShelfLayout layout)
    {
        if (shelf.Version == shownVersion && layout.First == shownFirst)
        {
            return;
        }

        for (int i = 0; i < Math.Min(layout.Shown, atlas.Count); i++)
        {
            atlas.Put(i, shelf.Items[layout.First + i].Thumbnail, ThumbnailAtlas.Side, ThumbnailAtlas.Side);
        }

        (shownVersion, shownFirst) = (shelf.Version, layout.First);
    }

    private void DrawFace(in PanelFrame frame, in ShelfLayout layout, ShelfDesk shelf, int index, bool chosen)
    {
        ShelfItem item = shelf.Items[index];
        PixelRect place = layout.Cell(index);
        bool own = shelf.IsOwn(item);
        frame.Hud.DrawThumbnail(atlas.Texture, index - layout.First, place.X, place.Y, place.Width, place.Height, own ? (byte)255 : Dim);
        if (!own)
        {
            int columns = Math.Max(1, (place.Width - 4 * frame.Scale) / frame.Advance);
            frame.Text(place.X + 2 * frame.Scale, place.Y + place.Height / 2, Palette.Quiet, item.Generator.AsSpan(0, Math.Min(columns, item.Generator.Length)));
        }

        if (item.Bookmark is { } bookmark)
        {
            Span<char> digit = [(char)('0' + bookmark)];
            frame.Ground(place.X, place.Y, frame.Advance + 4 * frame.Scale, frame.Line + 2 * frame.Scale, Palette.DeepGround);
            frame.Text(place.X + 2 * frame.Scale, place.Y + 2 * frame.Scale, Palette.Key, digit);
        }

        if (item.IsUnsaved)
        {
            frame.Text(place.X + 2 * frame.Scale, place.Bottom - frame.Line, Palette.Bad, "unsaved");
        }

        if (chosen)
        {
            frame.Hud.DrawOutline(place.X - frame.Scale, place.Y - frame.Scale, place.Width + 2 * frame.Scale, place.Height + 2 * frame.Scale, 2 * frame.Scale, Palette.Cursor);
        }
    }
}
