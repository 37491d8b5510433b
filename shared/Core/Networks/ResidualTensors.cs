using static LatentWalk.Core.Networks.TensorNames;

namespace LatentWalk.Core.Networks;

/// <summary>The tensors of <c>residual</c> networks. Weights of convolutions are [out, in / groups, k, k].</summary>
public static class ResidualTensors
{
    /// <summary>[channels, 4, 4]: what a generator begins with, what a discriminator ends in.</summary>
    public const string Basis = "basis";

    /// <summary>The linear map of [z, c] to the channels of the basis.</summary>
    public const string Latent = "latent";

    /// <summary>The convolution 1×1 between the pictures' channels and the network's.</summary>
    public const string Picture = "rgb";

    public const string Enter = "conv1";
    public const string Grouped = "conv2";
    public const string Leave = "conv3";

    /// <summary>The convolution 1×1 on the way from half of this side up to it.</summary>
    public static string Up(int side) => $"up{side}";

    /// <summary>The convolution 1×1 on the way from this side down to its half.</summary>
    public static string Down(int side) => $"down{side}";

    /// <param name="side">Of its pictures.</param>
    /// <param name="block">Counted from 1.</param>
    public static string Block(int side, int block) => $"block{side}_{block}";

    internal static IReadOnlyList<(string Name, long[] Shape)> Of(GeneratorSpec spec)
    {
        var stages = ResidualStages.Of(spec);
        int start = stages.ChannelsAt(4);
        var tensors = new List<(string, long[])> { (Basis, [start, 4, 4]), (Latent + Weight, [start, spec.Inputs]) };
        foreach (int side in stages.Sides)
        {
            if (stages.ChangesBelow(side))
            {
                tensors.Add((Up(side) + Weight, [stages.ChannelsAt(side), stages.ChannelsAt(side / 2), 1, 1]));
            }

            AddBlocks(tensors, stages, side);
        }

        tensors.Add((Picture + Weight, [spec.Channels, stages.ChannelsAt(spec.Resolution), 1, 1]));
        tensors.Add((Picture + Bias, [spec.Channels]));
        return tensors;
    }

    internal static IReadOnlyList<(string Name, long[] Shape)> Of(DiscriminatorSpec spec)
    {
        var stages = ResidualStages.Of(spec);
        int top = stages.ChannelsAt(spec.Resolution), end = stages.ChannelsAt(4);
        var tensors = new List<(string, long[])> { (Basis, [end, 4, 4]), (Picture + Weight, [top, spec.Channels, 1, 1]), (Picture + Bias, [top]) };
        foreach (int side in stages.Sides.Reverse())
        {
            AddBlocks(tensors, stages, side);
            if (stages.ChangesBelow(side))
            {
                tensors.Add((Down(side) + Weight, [stages.ChannelsAt(side / 2), stages.ChannelsAt(side), 1, 1]));
            }
        }

        tensors.Add((Logit + Weight, [1, end]));
        tensors.Add((Logit + Bias, [1]));
        if (spec.Classes > 0)
        {
            tensors.Add((ClassLogits + Weight, [spec.Classes, end]));
            tensors.Add((ClassLogits + Bias, [spec.Classes]));
        }

        return tensors;
    }

    private static void AddBlocks(List<(string Name, long[] Shape)> tensors, ResidualStages stages, int side)
    {
        long outer = stages.ChannelsAt(side), inner = stages.InnerChannelsAt(side);
        for (int block = 1; block <= stages.BlocksAt(side); block++)
        {
            string name = Block(side, block) + ".";
            tensors.Add((name + Enter + Weight, [inner, outer, 1, 1]));
            tensors.Add((name + Enter + Bias, [inner]));
            tensors.Add((name + Grouped + Weight, [inner, stages.GroupSize, 3, 3]));
            tensors.Add((name + Grouped + Bias, [inner]));
            tensors.Add((name + Leave + Weight, [outer, inner, 1, 1]));
        }
    }
}
