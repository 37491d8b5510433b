namespace LatentWalk.Exporter.Triton;

/// <summary>What the server lets ONNX Runtime hand the graph on to.</summary>
internal enum Accelerator
{
    None,

    /// <summary>On GPUs. Its first run of each batch size takes minutes.</summary>
    TensorRt,

    /// <summary>On CPUs.</summary>
    OpenVino,
}
