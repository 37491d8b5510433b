using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor over the array's own memory, which stays pinned until the last tensor over it is gone.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static unsafe Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var element = rawArray.GetType().GetElementType()!;
        var type = Tensor.TypeOf(element) ?? throw new NotSupportedException($"The type {element.Name} is not supported.");
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = rawArray.GetLongLength(i);
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        nint handle;
        fixed (long* s = sizes)
            NativeTorch.Check(NativeTorch.lw_from_blob(pin.AddrOfPinnedObject(), s, sizes.Length, (int)type, &Unpin, GCHandle.ToIntPtr(pin), out handle));
        var result = new Tensor(handle);
        if ((dtype is { } wanted && wanted != type) || device is { type: not DeviceType.CPU })
            result = result.to(dtype ?? type, device ?? CPU, disposeAfter: true);
        return result.requires_grad_(requires_grad);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();
}
