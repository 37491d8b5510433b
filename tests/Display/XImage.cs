using System.Runtime.InteropServices;

namespace LatentWalk.Tests.Display;

/// <summary>The head of Xlib's XImage.</summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe struct XImage
{
    [FieldOffset(0)]
    internal int Width;

    [FieldOffset(4)]
    internal int Height;

    [FieldOffset(16)]
    internal byte* Data;

    [FieldOffset(44)]
    internal int RowBytes;

    [FieldOffset(48)]
    internal int PixelBits;
}
