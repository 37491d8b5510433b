namespace LatentWalk.Core.Onnx;

/// <summary>What an exported generator's weights are stored as, and what it computes in.</summary>
public enum Precision
{
    /// <summary>Weights and arithmetic in float32.</summary>
    Full,

    /// <summary>Weights stored as float16, a Cast behind each; arithmetic in float32. Half the file.</summary>
    Float16Weights,

    /// <summary>Weights and arithmetic in float16, up to the last activation; z and image stay what they are. Half the file and, where the device has it, the time.</summary>
    Float16,

    /// <summary>Weights stored as int8 with one scale for each output channel, a DequantizeLinear behind each; arithmetic in float32. A quarter of the file.</summary>
    Int8Weights,
}
