using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Here of pictures [N, C, H, W] alone, by nearest or bilinear, without antialiasing.</summary>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (x.ndim != 4 || antialias || recompute_scale_factor)
                    throw new NotImplementedException("the system profile interpolates pictures [N, C, H, W], neither antialiased nor with a recomputed scale");
                if (size is null == scale_factor is null)
                    throw new ArgumentException("interpolate takes one of size and scale_factor");

                // As in PyTorch, one number stands for both sides.
                if (size is [var side]) size = [side, side];
                if (scale_factor is [var factor]) scale_factor = [factor, factor];
                return mode == InterpolationMode.Bilinear
                    ? Operator.One("aten::upsample_bilinear2d.vec", x, size, align_corners ?? false, scale_factor)
                    : align_corners is null
                        ? Operator.One("aten::upsample_nearest2d.vec", x, size, scale_factor)
                        : throw new ArgumentException("align_corners goes with linear interpolation only");
            }

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Operator.One("aten::avg_pool2d", input, Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding), ceil_mode, count_include_pad, divisor_override);

            private static long[] Pair(long value) => [value, value];
        }
    }
}
