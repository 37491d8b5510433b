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
                if (input.ndim != 4 || weight.ndim != 4) return PlainConv2d(input, weight, bias, strides, padding, dilation, groups);
                NativeTorch.Check(NativeTorch.lw_conv2d(input.Handle, weight.Handle, bias?.Handle ?? 0, Two(strides, 1), Two(padding, 0), Two(dilation, 1), groups, out var result));
                KeepAlive(input, weight, bias);
                return new Tensor(result);
            }

            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                if (input.ndim != 4 || weight.ndim != 4) return PlainConvTranspose2d(input, weight, bias, strides, padding, output_padding, dilation, groups);
                NativeTorch.Check(NativeTorch.lw_conv_transpose2d(input.Handle, weight.Handle, bias?.Handle ?? 0, Two(strides, 1), Two(padding, 0), Two(output_padding, 0), Two(dilation, 1), groups, out var result));
                KeepAlive(input, weight, bias);
                return new Tensor(result);
            }

            /// <summary>libtorch's own operator: what <see cref="conv2d"/> is held against, and what takes a picture without a batch.</summary>
            internal static Tensor PlainConv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Operator.One("aten::conv2d", input, weight, bias, Two(strides, 1), Two(padding, 0), Two(dilation, 1), groups);

            /// <summary>libtorch's own operator: what <see cref="conv_transpose2d"/> is held against, and what takes a picture without a batch.</summary>
            internal static Tensor PlainConvTranspose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Operator.One("aten::conv_transpose2d.input", input, weight, bias, Two(strides, 1), Two(padding, 0), Two(output_padding, 0), groups, Two(dilation, 1));

            /// <summary>One number for both dimensions is allowed wherever two are.</summary>
            private static long[] Two(long[]? values, long fallback) => values switch
            {
                null or [] => [fallback, fallback],
                [var both] => [both, both],
                _ => values,
            };

            private static void KeepAlive(Tensor input, Tensor weight, Tensor? bias)
            {
                GC.KeepAlive(input);
                GC.KeepAlive(weight);
                GC.KeepAlive(bias);
            }
        }
    }
}
