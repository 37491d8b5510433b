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

    /// <summary>Draws into a framebuffer of the layout's size; nothing when there is no face yet.</summary>
    public void Draw(FadingFace face, in SceneLayout layout)
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
            pictures.Draw(shown, layout.Face(shown.Width, shown.Height), layout.Width, layout.Height, layout.Filter);
            return;
        }

        PictureTexture before = textures[Ready(face.Previous, 1 - current)]!;
        GridLayout place = layout.Face(before.Width, before.Height);
        if (PictureRenderer.HaveOneShape(before, shown))
        {
            pictures.Draw(before, place, layout.Width, layout.Height, layout.Filter, shown, face.Share);
        }
        else
        {
            pictures.Draw(before, place, layout.Width, layout.Height, layout.Filter);
            pictures.Draw(shown, layout.Face(shown.Width, shown.Height), layout.Width, layout.Height, layout.Filter, alpha: face.Share);
        }
    }

    public void Dispose()
    {
        foreach (PictureTexture? texture in textures)
        {
            texture?.Dispose();
        }
    }

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
