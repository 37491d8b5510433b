namespace LatentWalk.Core.Onnx;

/// <summary>How a layer's weight lies in the graph.</summary>
internal enum WeightLayout
{
    /// <summary>[in, out · 16] of a matrix product: what a transposed convolution is on a 1×1 picture.</summary>
    Matrix,

    /// <summary>[in, out, 4, 4] of ConvTranspose.</summary>
    Transposed,

    /// <summary>[out, in, 4, 4] of Conv, the kernel turned by 180°.</summary>
    Convolution,
}
