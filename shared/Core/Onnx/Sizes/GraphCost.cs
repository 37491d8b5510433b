namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>What one run of a graph takes.</summary>
/// <param name="Outputs">Shape of every declared output, by name.</param>
/// <param name="PeakBytes">Of the tensors that exist at one time, constants of the file left out.</param>
internal sealed record GraphCost(IReadOnlyDictionary<string, IReadOnlyList<long>> Outputs, long PeakBytes);
