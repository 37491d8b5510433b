using LatentWalk.Core.Errors;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// A picture texture scaled by one of the filters into a texture of its own: computed when the picture, the filter or the size
/// changes, and then only shown. What is costly a pixel so happens on few pixels and not in every frame.
/// </summary>
internal sealed unsafe class ScaledPicture(GL gl) : IDisposable
{
    /// <summary>Pixels of the result up to which a filter is computed at the full size on screen; beyond, bilinear does the rest of the way.</summary>
    private const double FullPixels = 200_000;

    /// <summary>The rest of the way is never longer than this: bilinear starts to show beyond.</summary>
    private const double LargestRest = 3;

    private readonly uint framebuffer = gl.GenFramebuffer();
    private uint texture;
    private int columns;
    private int rows;
    private ScaleKind shownKind;
    private long shownVersion = -1;

    /// <summary>Of one tile.</summary>
    internal int TileWidth { get; private set; }

    /// <summary>Of one tile.</summary>
    internal int TileHeight { get; private set; }

    /// <summary>The size at which a tile that is to be tileWidth × tileHeight on screen is computed.</summary>
    internal static (int Width, int Height) SizeFor(PictureTexture source, int tileWidth, int tileHeight)
    {
        double scale = Math.Max(tileWidth / (double)source.Width, tileHeight / (double)source.Height);
        double tiles = source.Columns * source.Rows;
        double affordable = Math.Floor(Math.Sqrt(FullPixels / (source.Width * (double)source.Height * tiles)));
        int factor = (int)Math.Max(2, Math.Max(affordable, Math.Ceiling(scale / LargestRest)));
        return factor >= scale || (double)tileWidth * tileHeight * tiles <= FullPixels
            ? (tileWidth, tileHeight)
            : (source.Width * factor, source.Height * factor);
    }

    internal bool IsCurrent(PictureTexture source, ScaleKind kind, int tileWidth, int tileHeight) =>
        Fits(source, tileWidth, tileHeight) && shownKind == kind && shownVersion == source.Version;

    /// <summary>Computes it. Leaves a framebuffer and a viewport of its own bound.</summary>
    internal void Update(PictureTexture source, ScaleProgram program, ScaleKind kind, int tileWidth, int tileHeight)
    {
        if (!Fits(source, tileWidth, tileHeight))
        {
            Allocate(source, tileWidth, tileHeight);
        }

        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.Viewport(0, 0, (uint)(tileWidth * columns), (uint)(tileHeight * rows));
        program.Draw(source, tileWidth, tileHeight);
        shownKind = kind;
        shownVersion = source.Version;
    }

    internal void Bind(TextureUnit unit)
    {
        gl.ActiveTexture(unit);
        gl.BindTexture(TextureTarget.Texture2D, texture);
    }

    public void Dispose()
    {
        gl.DeleteFramebuffer(framebuffer);
        if (texture != 0)
        {
            gl.DeleteTexture(texture);
        }
    }

    private bool Fits(PictureTexture source, int tileWidth, int tileHeight) =>
        texture != 0 && TileWidth == tileWidth && TileHeight == tileHeight && columns == source.Columns && rows == source.Rows;

    private void Allocate(PictureTexture source, int tileWidth, int tileHeight)
    {
        (TileWidth, TileHeight, columns, rows) = (tileWidth, tileHeight, source.Columns, source.Rows);
        if (texture == 0)
        {
            texture = gl.GenTexture();
        }

        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)(tileWidth * columns), (uint)(tileHeight * rows), 0,
            PixelFormat.Rgba, PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.FramebufferTexture2D(
            FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, texture, 0);
        GLEnum status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            throw new DeviceException(
                $"The graphics driver refused a framebuffer of {tileWidth * columns}x{tileHeight * rows} pixels (status {status}); make the window smaller.");
        }
    }
}
