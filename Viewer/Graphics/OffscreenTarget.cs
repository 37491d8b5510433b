using LatentWalk.Core.Errors;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>A framebuffer of its own, RGBA8, whose pixels can be read back.</summary>
internal sealed unsafe class OffscreenTarget : IDisposable
{
    private const int PixelBytes = 4;

    private readonly GL gl;
    private readonly uint texture;
    private readonly uint framebuffer;
    private readonly uint readBuffer;

    internal OffscreenTarget(GL gl, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        this.gl = gl;
        Width = width;
        Height = height;
        int largest = gl.GetInteger(GetPName.MaxTextureSize);
        if (width > largest || height > largest)
        {
            throw new DeviceException($"A frame of {width}x{height} pixels is larger than this GPU's {largest}x{largest}; choose a smaller --size.");
        }

        texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.TexImage2D(
            TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
        framebuffer = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.FramebufferTexture2D(
            FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, texture, 0);
        GLEnum status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            throw new DeviceException($"The graphics driver refused a framebuffer of {width}x{height} pixels (status {status}); choose a smaller --size.");
        }

        readBuffer = gl.GenBuffer();
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, readBuffer);
        gl.BufferData(BufferTargetARB.PixelPackBuffer, (nuint)FrameBytes, null, BufferUsageARB.StreamRead);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
        GraphicsErrors.ThrowIfAny(gl, $"making a framebuffer of {width}x{height} pixels");
    }

    internal int Width { get; }

    internal int Height { get; }

    internal long FrameBytes => (long)Width * Height * PixelBytes;

    /// <summary>Draws go here from now on, over its whole size.</summary>
    internal void Bind()
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.Viewport(0, 0, (uint)Width, (uint)Height);
    }

    /// <summary>Starts copying the pixels to memory that <see cref="FinishReadBack"/> reads; the GPU does it while the CPU goes on.</summary>
    internal void StartReadBack()
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, readBuffer);
        gl.PixelStore(PixelStoreParameter.PackAlignment, PixelBytes);
        gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, (void*)0);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
    }

    /// <summary>Waits for the copy that <see cref="StartReadBack"/> began: [Height, Width, 4], top row first.</summary>
    internal void FinishReadBack(Span<byte> rgba)
    {
        if (rgba.Length != FrameBytes)
        {
            throw new ArgumentException($"{rgba.Length} bytes are not the {FrameBytes} of {Width}x{Height} RGBA pixels.", nameof(rgba));
        }

        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, readBuffer);
        var source = (byte*)gl.MapBufferRange(BufferTargetARB.PixelPackBuffer, 0, (nuint)FrameBytes, MapBufferAccessMask.ReadBit);
        if (source is null)
        {
            gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
            throw new DeviceException($"The graphics driver could not read back a frame of {Width}x{Height} pixels; choose a smaller --size.");
        }

        // OpenGL's first row is the lowest one.
        int rowBytes = Width * PixelBytes;
        for (int y = 0; y < Height; y++)
        {
            new ReadOnlySpan<byte>(source + (nint)(Height - 1 - y) * rowBytes, rowBytes).CopyTo(rgba.Slice(y * rowBytes, rowBytes));
        }

        gl.UnmapBuffer(BufferTargetARB.PixelPackBuffer);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
    }

    /// <summary>The pixels drawn so far: [Height, Width, 4], top row first.</summary>
    internal void ReadBack(Span<byte> rgba)
    {
        StartReadBack();
        FinishReadBack(rgba);
    }

    public void Dispose()
    {
        gl.DeleteBuffer(readBuffer);
        gl.DeleteFramebuffer(framebuffer);
        gl.DeleteTexture(texture);
    }
}
