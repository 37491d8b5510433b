using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WebpData
{
    public byte* Bytes;
    public nuint Size;
}
