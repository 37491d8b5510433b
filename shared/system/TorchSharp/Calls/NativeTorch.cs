using System.Runtime.InteropServices;

namespace TorchSharp.Calls;

/// <summary>The functions of Native/torch.cpp, one for one. Those that return int answer 0, or 1 with the text in <see cref="lw_error"/>.</summary>
internal static unsafe partial class NativeTorch
{
    private const string Library = "libLatentWalkTorch";

    static NativeTorch() => lw_start();

    [LibraryImport(Library)] internal static partial byte* lw_error();
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int lw_operator(string name, string overload, out nint op);
    [LibraryImport(Library)] internal static partial int lw_call(nint op, NativeValue* arguments, int count, out NativeValue* results, out int resultCount);
    [LibraryImport(Library)] internal static partial void lw_start();
    [LibraryImport(Library)] internal static partial int lw_share(nint tensor, out nint result);
    [LibraryImport(Library)] internal static partial int lw_conv2d(nint input, nint weight, nint bias, long[] stride, long[] padding, long[] dilation, long groups, out nint result);
    [LibraryImport(Library)] internal static partial int lw_conv_transpose2d(nint input, nint weight, nint bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups, out nint result);
    [LibraryImport(Library)] internal static partial int lw_info(nint tensor, out NativeInfo info);
    [LibraryImport(Library)] internal static partial int lw_shape(nint tensor, long* sizes, long* strides);
    [LibraryImport(Library)] internal static partial int lw_data(nint tensor, out nint data);
    [LibraryImport(Library)] internal static partial int lw_item(nint tensor, out int tag, out long integer, out double real);
    [LibraryImport(Library)] internal static partial int lw_from_blob(nint data, long* sizes, int count, int type, delegate* unmanaged<nint, void> release, nint context, out nint result);
    [LibraryImport(Library)] internal static partial void lw_free(nint tensor);
    [LibraryImport(Library)] internal static partial int lw_set_requires_grad(nint tensor, int value);
    [LibraryImport(Library)] internal static partial int lw_retain_grad(nint tensor);
    [LibraryImport(Library)] internal static partial int lw_grad(nint tensor, out nint result);
    [LibraryImport(Library)] internal static partial int lw_set_grad(nint tensor, nint value);
    [LibraryImport(Library)] internal static partial int lw_backward(nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [LibraryImport(Library)] internal static partial int lw_autograd_grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph, int allowUnused, out NativeValue* results, out int resultCount);
    [LibraryImport(Library)] internal static partial int lw_adam(nint parameter, nint gradient, nint first, nint second, in AdamStep step, out int done);
    [LibraryImport(Library)] internal static partial int lw_grad_mode();
    [LibraryImport(Library)] internal static partial void lw_set_grad_mode(int enabled);
    [LibraryImport(Library)] internal static partial int lw_threads();
    [LibraryImport(Library)] internal static partial nint lw_version();
    [LibraryImport(Library)] internal static partial int lw_set_threads(int count);
    [LibraryImport(Library)] internal static partial int lw_coarse_convolutions();
    [LibraryImport(Library)] internal static partial void lw_set_coarse_convolutions(int allowed);
    [LibraryImport(Library)] internal static partial int lw_cuda_devices();
    [LibraryImport(Library)] internal static partial int lw_cuda_synchronize(long device);
    [LibraryImport(Library)] internal static partial int lw_seed_all(ulong seed);
    [LibraryImport(Library)] internal static partial int lw_seed_cuda(ulong seed);
    [LibraryImport(Library)] internal static partial nint lw_default_generator();
    [LibraryImport(Library)] internal static partial nint lw_new_generator(ulong seed);
    [LibraryImport(Library)] internal static partial void lw_free_generator(nint generator);
    [LibraryImport(Library)] internal static partial void lw_seed(nint generator, ulong seed);
    [LibraryImport(Library)] internal static partial ulong lw_current_seed(nint generator);
    [LibraryImport(Library)] internal static partial ulong lw_new_seed(nint generator);
    [LibraryImport(Library)] internal static partial int lw_generator_state(nint generator, out nint state);
    [LibraryImport(Library)] internal static partial int lw_set_generator_state(nint generator, nint state);

    /// <summary>Throws what the package throws for an error of libtorch.</summary>
    internal static void Check(int status)
    {
        if (status != 0)
            throw new ExternalException(Marshal.PtrToStringUTF8((nint)lw_error()));
    }
}
