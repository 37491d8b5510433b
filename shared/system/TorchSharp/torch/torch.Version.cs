using System.Runtime.InteropServices;
using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static string __version__ => Marshal.PtrToStringUTF8(NativeTorch.lw_version())!;
}
