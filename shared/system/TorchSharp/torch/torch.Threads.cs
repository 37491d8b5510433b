using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static int get_num_threads() => NativeTorch.lw_threads();
    public static void set_num_threads(int num) => NativeTorch.Check(NativeTorch.lw_set_threads(num));
}
