using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static class backends
    {
        public static class cudnn
        {
            /// <summary>Says something of a GPU alone, and is kept on any machine.</summary>
            public static bool allow_tf32
            {
                get => NativeTorch.lw_coarse_convolutions() != 0;
                set => NativeTorch.lw_set_coarse_convolutions(value ? 1 : 0);
            }
        }
    }
}
