namespace LatentWalk.Core.Onnx;

/// <summary>How far ONNX Runtime was from the trainer's recorded pictures when the file was written, on [-1, 1].</summary>
public sealed record ParityRecord(float Maximum, float Mean, int Images);
