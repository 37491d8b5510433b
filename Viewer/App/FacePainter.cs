using LatentWalk.Viewer.Graphics;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.App;

/// <summary>Draws a face, or two of which one fades into the other. Each picture is uploaded once. Owns its textures.</summary>
/// <param name="gl">Current on the calling thread, as in every call.</param>
/// <param name="pictures">Somebody else's.</param>
internal sealed class FacePainter(GL gl, PictureRenderer pictures) : IDisposable
{
    private readonly PictureTexture?[] textures = new PictureTexture?[2];
    private readonly long[] versions = new long[2];
    private int newest;

    /// <summary>Draws into an area of a framebuffer of the layout's size; nothing when there is no face yet.</summary>
    public void Draw(FadingFace face, PixelRect area, in SceneLayout layout)
    {
        if (face.Current.IsEmpty)
        {
            return;
        }

        int current = Ready(face.Current, 1 - newest);
        newest = current;
        PictureTexture shown = textures[current]!;
        if (!face.IsFading)
        {
            pictures.Draw(shown, Fit(shown, area, layout), layout.Width, layout.Height, layout.Filter);
            return;
        }

        PictureTexture before = textures[Ready(face.Previous, 1 - current)]!;
        GridLayout place = Fit(before, area, layout);
        if (PictureRenderer.HaveOneShape(before, shown))
        {
            pictures.Draw(before, place, layout.Width, layout.Height, layout.Filter, shown, face.Share);
        }
        else
        {
            pictures.Draw(before, place, layout.Width, layout.Height, layout.Filter);
            pictures.Draw(shown, Fit(shown, area, layout), layout.Width, layout.Height, layout.Filter, alpha: face.Share);
        }
    }

    /// <summary>The face left of <paramref name="split"/> (of its width), another picture in the same place right of it.</summary>
    public void DrawWiped(FadingFace face, PictureTexture other, float split, PixelRect area, in SceneLayout layout)
    {
        if (face.Current.IsEmpty)
        {
            return;
        }

        newest = Ready(face.Current, 1 - newest);
        PictureTexture shown = textures[newest]!;
        GridLayout left = Fit(shown, area, layout);
        GridLayout right = Fit(other, area, layout);
        int edge = left.X + (int)MathF.Round(split * left.TileWidth);
        pictures.DrawWiped(shown, left, other, right, edge, layout.Width, layout.Height, layout.Filter);
    }

    public void Dispose()
    {
        foreach (PictureTexture? texture in textures)
        {
            texture?.Dispose();
        }
    }

    private static GridLayout Fit(PictureTexture texture, PixelRect area, in SceneLayout layout) =>
        GridLayout.Fit(texture.Width, texture.Height, area, layout.Scaling);

    // The texture that holds the picture, else the given one after an upload.
    private int Ready(ShownPicture picture, int free)
    {
        if (versions[0] == picture.Version || versions[1] == picture.Version)
        {
            return versions[0] == picture.Version ? 0 : 1;
        }

        PictureTexture? texture = textures[free];
        if (texture is null || texture.Width != picture.Width || texture.Height != picture.Height)
        {
            texture?.Dispose();
            textures[free] = texture = new PictureTexture(gl, picture.Width, picture.Height);
        }

        texture.Upload(picture.Rgba);
        versions[free] = picture.Version;
        return free;
    }
}
