using static LatentWalk.Core.Networks.TensorNames;

namespace LatentWalk.Core.Networks;

/// <summary>The tensors of <c>skip</c> networks, beside those that they name as a dcgan does. Weights of convolutions are [out, in, k, k].</summary>
public static class SkipTensors
{
    /// <summary>The convolution 3×3 that makes a generator's picture of its last level.</summary>
    public const string Picture = "rgb";

    /// <summary>The convolution 4×4 that makes one pixel of the smallest level, of which <see cref="Palette"/> makes colours.</summary>
    public const string PaletteSqueeze = "palette_squeeze";

    /// <summary>The convolution 1×1 that makes the colours: all reds, then all greens, then all blues.</summary>
    public const string Palette = "palette";

    /// <summary>The decoder of the whole picture.</summary>
    public const string Whole = "whole";

    /// <summary>The decoder of a quarter.</summary>
    public const string Part = "part";

    /// <summary>The convolution 4×4 that makes one pixel of the level that gates this one.</summary>
    public static string Squeeze(int level) => $"squeeze{level}";

    /// <summary>The convolution 1×1 after it, whose sigmoid multiplies the level's channels.</summary>
    public static string Excite(int level) => $"excite{level}";

    /// <summary>The convolution 1×1 of a discriminator's short way down.</summary>
    public static string Direct(int level) => $"direct{level}";

    /// <summary>Its batch norm.</summary>
    public static string DirectNorm(int level) => $"direct_bn{level}";

    /// <param name="decoder"><see cref="Whole"/> or <see cref="Part"/>.</param>
    /// <param name="layer">Counted from 1; the last one draws.</param>
    public static string Decoder(string decoder, int layer) => $"{decoder}{layer}";

    internal static IReadOnlyList<(string Name, long[] Shape)> Of(GeneratorSpec spec)
    {
        var tensors = new List<(string, long[])>();
        long input = spec.Inputs;
        for (int level = 1; level <= spec.Layers; level++)
        {
            long output = SkipShape.Channels(spec, level);
            bool first = level == 1;
            DcganTensors.Layer(
                tensors, first ? TransposedConvolution(1) : Convolution(level), first ? [input, output, 4, 4] : [output, input, 3, 3], output, BatchNorm(level), spec.BatchNorm);
            DcganTensors.Further(tensors, level, output, spec.Depth, spec.BatchNorm);
            if (SkipShape.GatedBy(spec, level) is > 0 and var gate)
            {
                AddPixel(tensors, Squeeze(level), Excite(level), output, SkipShape.Channels(spec, gate));
            }

            input = output;
        }

        if (spec.Palette > 0)
        {
            AddPixel(tensors, PaletteSqueeze, Palette, spec.Channels * (long)spec.Palette, SkipShape.Channels(spec, 1));
        }

        AddConvolution(tensors, Picture, SkipShape.Drawn(spec), input, kernel: 3);
        return tensors;
    }

    internal static IReadOnlyList<(string Name, long[] Shape)> Of(DiscriminatorSpec spec)
    {
        var tensors = new List<(string, long[])>();
        long input = spec.Channels;
        for (int level = 1; level <= spec.Layers; level++)
        {
            long output = SkipShape.Channels(spec, level);
            DcganTensors.Layer(tensors, Convolution(level), [output, input, 4, 4], output, BatchNorm(level), HasBatchNorm(spec, level));
            DcganTensors.Further(tensors, level, output, level == 1 ? spec.Depth : spec.Depth + 1, spec.BatchNorm);
            if (level > 1)
            {
                DcganTensors.Layer(tensors, Direct(level), [output, input, 1, 1], output, DirectNorm(level), spec.BatchNorm);
            }

            input = output;
        }

        tensors.Add((Logit + Weight, [1, input * 16]));
        tensors.Add((Logit + Bias, [1]));
        if (spec.Classes > 0)
        {
            tensors.Add((ClassLogits + Weight, [spec.Classes, input * 16]));
            tensors.Add((ClassLogits + Bias, [spec.Classes]));
        }

        int side = SkipShape.DecodedSide(spec);
        AddDecoder(tensors, spec, Whole, side, spec.Resolution);
        AddDecoder(tensors, spec, Part, 2 * side, spec.Resolution / 2);
        return tensors;
    }

    private static void AddDecoder(List<(string, long[])> tensors, DiscriminatorSpec spec, string name, int side, int shown)
    {
        int channels = SkipShape.Channels(spec, SkipShape.LevelOf(spec, side));
        int doublings = int.Log2(SkipShape.DrawnSide(spec, shown) / SkipShape.DecodedSide(spec));
        long input = channels;
        for (int layer = 1; layer <= doublings; layer++)
        {
            long output = SkipShape.DecodedChannels(channels, layer);
            AddConvolution(tensors, Decoder(name, layer), output, input, kernel: 3);
            input = output;
        }

        AddConvolution(tensors, Decoder(name, doublings + 1), spec.Channels, input, kernel: 3);
    }

    /// <summary>What makes one pixel of a whole level.</summary>
    private static void AddPixel(List<(string, long[])> tensors, string squeeze, string excite, long output, long input)
    {
        AddConvolution(tensors, squeeze, output, input, kernel: 4);
        AddConvolution(tensors, excite, output, output, kernel: 1);
    }

    private static void AddConvolution(List<(string, long[])> tensors, string name, long output, long input, long kernel)
    {
        tensors.Add((name + Weight, [output, input, kernel, kernel]));
        tensors.Add((name + Bias, [output]));
    }
}
