namespace LatentWalk.Core.Onnx;

/// <summary>What <see cref="OnnxTensorWalk"/> keeps of a constant.</summary>
/// <param name="Numbers">Its values where they are few: they may say how large another tensor is.</param>
internal sealed record OnnxTensor(string Name, OnnxElementType Type, long[] Dims, double[]? Numbers);
