using System.Runtime.CompilerServices;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using Silk.NET.OpenGL;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>A test with a context of its own, current on the test's thread; afterwards no error may be left in it.</summary>
public abstract class GlTest : IDisposable
{
    private readonly IHeadlessContext context = HeadlessContext.Open();

    private protected GL Gl => context.Gl;

    private protected string Kind => context.Kind;

    public void Dispose()
    {
        GLEnum left = Gl.GetError();
        context.Dispose();
        GC.SuppressFinalize(this);
        Assert.Equal(GLEnum.NoError, left);
    }

    /// <summary>Clears the target to a colour and leaves it bound.</summary>
    private protected void Clear(OffscreenTarget target, Rgba color)
    {
        target.Bind();
        Gl.ClearColor(color.R / 255f, color.G / 255f, color.B / 255f, color.A / 255f);
        Gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    /// <summary>What was drawn, [H, W, 4], saved as artifacts/Viewer/Graphics/[test].png before anything is asserted of it.</summary>
    private protected static Rgba[] Read(OffscreenTarget target, string? part = null, [CallerMemberName] string test = "")
    {
        byte[] bytes = new byte[target.FrameBytes];
        target.ReadBack(bytes);
        Artifact.Write(part is null ? test : $"{test}-{part}", bytes, target.Width, target.Height);
        Rgba[] pixels = new Rgba[target.Width * target.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = new Rgba(bytes[4 * i], bytes[4 * i + 1], bytes[4 * i + 2], bytes[4 * i + 3]);
        }

        return pixels;
    }

    /// <summary>A picture whose every pixel differs, RGBA, top row first.</summary>
    private protected static byte[] Gradient(int width, int height, byte blue = 128)
    {
        byte[] rgba = new byte[width * height * 4];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int i = 4 * (y * width + x);
                rgba[i] = (byte)(x * 255 / Math.Max(1, width - 1));
                rgba[i + 1] = (byte)(y * 255 / Math.Max(1, height - 1));
                rgba[i + 2] = blue;
                rgba[i + 3] = 255;
            }
        }

        return rgba;
    }

    private protected static byte[] Plain(int width, int height, Rgba color)
    {
        byte[] rgba = new byte[width * height * 4];
        for (int i = 0; i < rgba.Length; i += 4)
        {
            (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (color.R, color.G, color.B, color.A);
        }

        return rgba;
    }

    /// <summary>Pixel (x, y) of [H, W, 4] bytes.</summary>
    private protected static Rgba At(ReadOnlySpan<byte> rgba, int width, int x, int y)
    {
        ReadOnlySpan<byte> pixel = rgba.Slice(4 * (y * width + x), 4);
        return new Rgba(pixel[0], pixel[1], pixel[2], pixel[3]);
    }
}
