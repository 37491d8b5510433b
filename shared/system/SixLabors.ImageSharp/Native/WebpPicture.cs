using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>The start of <c>struct WebPPicture</c>, with room for the rest.</summary>
[StructLayout(LayoutKind.Sequential, Size = 512)]
internal struct WebpPicture
{
    public int UseArgb;
    public int ColorSpace;
    public int Width;
    public int Height;
}
