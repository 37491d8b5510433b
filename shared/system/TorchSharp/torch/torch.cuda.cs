using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Debian's libtorch is built without CUDA; the stand-in can be built over one that has it (LibTorch, in the project file).</summary>
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;
        public static int device_count() => NativeTorch.lw_cuda_devices();
        public static void manual_seed(long seed) => NativeTorch.Check(NativeTorch.lw_seed_cuda((ulong)seed));
        public static void synchronize(Device? device = null) => NativeTorch.Check(NativeTorch.lw_cuda_synchronize(device?.index ?? -1));
    }

}
