using LatentWalk.Core.Networks;

namespace LatentWalk.Exporter.Adopt;

/// <summary>A network that was found in a file of weights alone.</summary>
/// <param name="Spec">What it is, by the shapes of its tensors.</param>
/// <param name="Weights">By <see cref="TensorNames"/>.</param>
/// <param name="Matched">Each tensor of the file and the one that it became, in the order of the layers.</param>
internal sealed record DcganNetwork(GeneratorSpec Spec, IReadOnlyDictionary<string, float[]> Weights, IReadOnlyList<(string Theirs, string Ours)> Matched);
