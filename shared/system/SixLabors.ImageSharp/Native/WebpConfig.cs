using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>The start of <c>struct WebPConfig</c>, with room for the rest, which keeps its defaults.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal struct WebpConfig
{
    public int Lossless;
    public float Quality;
    public int Method;
}
