using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>The start of <c>struct WebPAnimInfo</c>, with room for the rest.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct WebpAnimationInfo
{
    public uint Width;
    public uint Height;
    public uint LoopCount;
    public uint Background;
    public uint FrameCount;
}
