using System.Runtime.InteropServices;

namespace TorchSharp.Calls;

/// <summary>What libtorch knows of a tensor without touching its elements; the layout of Info in Native/torch.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    internal long Dims, Elements, ItemSize, StorageOffset;
    internal int Type, Device, DeviceIndex, Contiguous, RequiresGrad, Leaf;
}
