using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>The start of <c>struct WebPAnimEncoderOptions</c>, with room for the rest.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct WebpAnimationOptions
{
    public uint Background;

    /// <summary>0 is for ever.</summary>
    public int LoopCount;
}
