using LatentWalk.Core.Pixels;

namespace LatentWalk.Inference;

/// <summary>A generator's inputs and output as its file names and shapes them: what a program needs that runs the file by other means.</summary>
/// <param name="Latent">Name of the latent input.</param>
/// <param name="LatentRank">2 for [N, zdim], 4 for [N, zdim, 1, 1].</param>
/// <param name="Condition">Name of the class input; null without one.</param>
/// <param name="Image">Name of the output.</param>
/// <param name="Order">Of the picture's channels.</param>
/// <param name="Range">Of the picture's numbers; null for bytes.</param>
public sealed record GeneratorPorts(string Latent, int LatentRank, string? Condition, string Image, ChannelOrder Order, ValueRange? Range);
