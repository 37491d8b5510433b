using LatentWalk.Core.Errors;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// A texture of columns × rows equal pictures, RGBA8, streamed from the CPU without waiting for the GPU.
/// Plain pictures have one tile.
/// </summary>
internal sealed unsafe class PictureTexture : IDisposable
{
    private const int PixelBytes = 4;

    private readonly GL gl;
    private readonly PixelUploadRing ring;
    private readonly uint handle;

    internal PictureTexture(GL gl, int width, int height, int columns = 1, int rows = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        this.gl = gl;
        Width = width;
        Height = height;
        Columns = columns;
        Rows = rows;
        int largest = gl.GetInteger(GetPName.MaxTextureSize);
        if ((long)width * columns > largest || (long)height * rows > largest)
        {
            throw new DeviceException(
                $"A texture of {(long)width * columns}x{(long)height * rows} pixels is larger than this GPU's {largest}x{largest}; use a generator of a smaller resolution or a smaller grid.");
        }

        Scaled = new ScaledPicture(gl);
        ring = new PixelUploadRing(gl, checked(TileBytes * columns * rows));
        handle = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, handle);
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)(width * columns), (uint)(height * rows), 0,
            PixelFormat.Rgba, PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
        GraphicsErrors.ThrowIfAny(gl, $"making a texture of {width * columns}x{height * rows} pixels");
    }

    /// <summary>Pixels of one tile.</summary>
    internal int Width { get; }

    /// <summary>Pixels of one tile.</summary>
    internal int Height { get; }

    internal int Columns { get; }

    internal int Rows { get; }

    /// <summary>Grows with every upload.</summary>
    internal long Version { get; private set; }

    /// <summary>The same picture at the size on screen; kept here because it lives as long.</summary>
    internal ScaledPicture Scaled { get; }

    internal int TileBytes => Width * Height * PixelBytes;

    /// <summary>How often an upload found the GPU still reading its buffer and went round it.</summary>
    internal long Orphaned => ring.Orphaned;

    /// <summary>Fills tiles from <paramref name="firstTile"/> on, row by row; <paramref name="rgba"/> is [n, Height, Width, 4], top row first.</summary>
    internal void Upload(ReadOnlySpan<byte> rgba, int firstTile = 0)
    {
        int count = rgba.Length / TileBytes;
        if (rgba.Length == 0 || rgba.Length % TileBytes != 0 || firstTile < 0 || firstTile + count > Columns * Rows)
        {
            throw new ArgumentException(
                $"{rgba.Length} bytes from tile {firstTile} on do not fill whole tiles of {TileBytes} bytes in a texture of {Columns * Rows}.", nameof(rgba));
        }

        ring.Begin(rgba);
        gl.BindTexture(TextureTarget.Texture2D, handle);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, PixelBytes);
        for (int i = 0; i < count; i++)
        {
            int tile = firstTile + i;
            gl.TexSubImage2D(
                TextureTarget.Texture2D, 0, tile % Columns * Width, tile / Columns * Height, (uint)Width, (uint)Height,
                PixelFormat.Rgba, PixelType.UnsignedByte, (void*)((nint)i * TileBytes));
        }

        ring.End();
        Version++;
    }

    internal void Bind(TextureUnit unit)
    {
        gl.ActiveTexture(unit);
        gl.BindTexture(TextureTarget.Texture2D, handle);
    }

    public void Dispose()
    {
        Scaled.Dispose();
        gl.DeleteTexture(handle);
        ring.Dispose();
    }
}
