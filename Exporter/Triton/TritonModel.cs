using LatentWalk.Core.Pixels;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Triton;

/// <summary>A generator as a server sees it.</summary>
/// <param name="Name">Of its folder; the server has its clients call it so.</param>
/// <param name="Inputs">The latent, then the class where there is one.</param>
/// <param name="Image">The output.</param>
/// <param name="IsBatched">Whether one run takes any number of latents.</param>
internal sealed record TritonModel(string Name, IReadOnlyList<TritonTensor> Inputs, TritonTensor Image, bool IsBatched)
{
    /// <summary>What all versions of a model must have in common: the server describes them with one configuration.</summary>
    public string Signature => $"{string.Join(", ", Inputs)} -> {Image}{(IsBatched ? "" : ", no batching")}";

    public static TritonModel Of(GeneratorInfo info, string name)
    {
        long[] batch = info.MaxBatch is { } count ? [count] : [];
        var ports = info.Ports;
        List<TritonTensor> inputs = [new(ports.Latent, "FP32", ports.LatentRank == 2 ? [.. batch, info.ZDim] : [.. batch, info.ZDim, 1, 1])];
        if (ports.Condition is { } condition)
        {
            inputs.Add(new TritonTensor(condition, "FP32", [.. batch, info.Classes]));
        }

        long[] picture = ports.Order == ChannelOrder.Planar ? [info.Channels, info.Height, info.Width] : [info.Height, info.Width, info.Channels];
        return new TritonModel(name, inputs, new TritonTensor(ports.Image, ports.Range is null ? "UINT8" : "FP32", [.. batch, .. picture]), batch.Length == 0);
    }
}
