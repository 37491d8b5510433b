namespace Silk.NET.OpenGL;

/// <summary>The overloads that take spans.</summary>
public static unsafe class GLOverloads
{
    public static void TexImage2D<T0>(this GL thisApi, TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format, PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* first = pixels)
        {
            thisApi.TexImage2D(target, level, internalformat, width, height, border, format, type, first);
        }
    }

    public static void ReadPixels<T0>(this GL thisApi, int x, int y, uint width, uint height, PixelFormat format, PixelType type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* first = pixels)
        {
            thisApi.ReadPixels(x, y, width, height, format, type, first);
        }
    }
}
