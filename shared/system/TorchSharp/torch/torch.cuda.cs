namespace TorchSharp;

public static partial class torch
{
    /// <summary>Debian's libtorch is built without CUDA.</summary>
    public static class cuda
    {
        public static bool is_available() => false;
        public static int device_count() => 0;
        public static void manual_seed(long seed) { }
        public static void synchronize(Device? device = null) { }
    }

}
