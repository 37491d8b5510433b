using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                using var image = Fast(input);
                return Operator.One("aten::conv2d", image, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);
            }

            /// <summary>
            /// A transposed convolution is the input gradient of a convolution, which libtorch computes two to five times faster (DESIGN 6).
            /// <see cref="PlainConvTranspose2d"/> is the same by the operator of that name.
            /// </summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                if (input.ndim != 4 || weight.ndim != 4) return PlainConvTranspose2d(input, weight, bias, strides, padding, output_padding, dilation, groups);
                long[] step = strides ?? [1, 1], pad = padding ?? [0, 0], extra = output_padding ?? [0, 0], spread = dilation ?? [1, 1];
                long[] from = input.shape, kernel = weight.shape;
                long Extent(int i) => (from[i + 2] - 1) * step[i] - 2 * pad[i] + spread[i] * (kernel[i + 2] - 1) + extra[i] + 1;
                using var image = Fast(input);
                using var one = empty([1], input.dtype);
                using var imagined = one.expand(from[0], kernel[1] * groups, Extent(0), Extent(1));
                var results = Operator.Many("aten::convolution_backward", image, imagined, weight, Argument.None, step, pad, spread, false, new long[] { 0, 0 }, groups, Argument.Bools(true, false, false));
                if (bias is null) return results[0];
                using var plain = results[0];
                using var shift = bias.view(1, -1, 1, 1);
                return plain.add(shift);
            }

            internal static Tensor PlainConvTranspose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Operator.One("aten::conv_transpose2d.input", input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>The tensor stored channels-last, which the convolutions of libtorch prefer; what C# sees of it stays the same.</summary>
            private static Tensor Fast(Tensor input)
            {
                if (input.ndim != 4) return input.alias();
                NativeTorch.Check(NativeTorch.lw_channels_last(input.Handle, out var handle));
                GC.KeepAlive(input);
                return new Tensor(handle);
            }
        }
    }
}
