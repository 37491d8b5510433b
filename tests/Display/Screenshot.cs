using System.Runtime.InteropServices;
using static LatentWalk.Tests.Display.XlibNative;

namespace LatentWalk.Tests.Display;

/// <summary>What a window shows right now: RGBA, top row first.</summary>
public sealed unsafe class Screenshot
{
    private Screenshot(byte[] rgba, int width, int height)
    {
        Rgba = rgba;
        Width = width;
        Height = height;
    }

    public byte[] Rgba { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Null when there is no such window, or a part of it is off the screen.</summary>
    public static Screenshot? Take(string displayName, nuint window)
    {
        // Xlib's own handler would end the process when the window is gone.
        XSetErrorHandler(&Ignore);
        nint display = XOpenDisplay(displayName);
        if (display == 0)
        {
            return null;
        }

        try
        {
            if (XGetGeometry(display, window, out _, out _, out _, out uint width, out uint height, out _, out _) == 0)
            {
                return null;
            }

            XImage* image = XGetImage(display, window, 0, 0, width, height, nuint.MaxValue, ZPixmap);
            if (image is null)
            {
                return null;
            }

            byte[] rgba = Copy(image);
            XDestroyImage(image);
            return new Screenshot(rgba, (int)width, (int)height);
        }
        finally
        {
            XCloseDisplay(display);
        }
    }

    /// <summary>The largest difference of a channel, in levels; 255 when the sizes differ.</summary>
    public int DifferenceTo(Screenshot other)
    {
        if (Width != other.Width || Height != other.Height)
        {
            return 255;
        }

        int largest = 0;
        for (int i = 0; i < Rgba.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(Rgba[i] - other.Rgba[i]));
        }

        return largest;
    }

    private static byte[] Copy(XImage* image)
    {
        if (image->PixelBits != 32)
        {
            throw new NotSupportedException($"A screen of {image->PixelBits} bits a pixel; 32 expected.");
        }

        byte[] rgba = new byte[image->Width * image->Height * 4];
        for (int y = 0; y < image->Height; y++)
        {
            byte* row = image->Data + (nint)y * image->RowBytes;
            for (int x = 0; x < image->Width; x++)
            {
                int i = 4 * (y * image->Width + x);
                (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (row[4 * x + 2], row[4 * x + 1], row[4 * x], 255);
            }
        }

        return rgba;
    }

    [UnmanagedCallersOnly]
    private static int Ignore(nint display, nint error) => 0;
}
