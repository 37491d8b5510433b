namespace LatentWalk.Core.Onnx;

/// <summary>How a graph doubles the side of a picture.</summary>
public enum Upsample
{
    /// <summary>ConvTranspose 4×4, stride 2: what the network is.</summary>
    Transposed,

    /// <summary>Resize, a mask and a Conv 4×4 that compute the same numbers, for runtimes that get ConvTranspose wrong; four times the multiplications.</summary>
    Resize,
}
