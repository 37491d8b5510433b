using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using LatentWalk.Inference.Features;
using Xunit;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Inference.Tests.Features;

public sealed class FeatureSessionTests : TempFolder
{
    private const int Side = 8;

    [Theory]
    [InlineData(8)]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(200)]
    public void The_built_in_network_takes_any_size_and_gives_the_same_to_the_bit(int size)
    {
        byte[] rgb = Pictures(3, size);
        rgb.AsSpan(0, rgb.Length / 3).CopyTo(rgb.AsSpan(2 * (rgb.Length / 3)));
        float[] once = Run(FeatureSession.BuiltIn(size), rgb, 3, size), again = Run(FeatureSession.BuiltIn(size), rgb, 3, size);

        Assert.Equal(once, again);
        Assert.Equal(3 * EmbeddingGraph.Features, once.Length);
        double same = Distance(once, 0, 2), other = Distance(once, 0, 1);
        Assert.True(other > 0.1 && same < 1e-4 * other, $"{same} {other}");
    }

    [Fact]
    public void A_blur_and_a_tint_both_move_a_picture_among_the_built_in_features()
    {
        const int size = 64;
        byte[] rgb = Pictures(1, size, cell: 8);
        byte[] blurred = [.. rgb.Select((level, at) => (byte)((level + rgb[at >= 3 ? at - 3 : at]) / 2))];
        byte[] tinted = [.. rgb.Select((level, at) => (byte)(at % 3 == 0 ? Math.Min(255, level + 30) : level))];

        float[] features = Run(FeatureSession.BuiltIn(size), [.. rgb, .. blurred, .. tinted, .. Pictures(1, size, cell: 8, seed: 9)], 4, size);

        double apart = Distance(features, 0, 3);
        Assert.InRange(Distance(features, 0, 1) / apart, 0.05, 1);
        Assert.InRange(Distance(features, 0, 2) / apart, 0.05, 1);
    }

    // Each channel's mean, in the numbers that the network takes: known on paper for a plain picture.
    [Theory]
    [InlineData(FeatureRange.Centred, -1 + (2 * 51 / 255.0), -1 + (2 * 102 / 255.0), 1)]
    [InlineData(FeatureRange.Unit, 0.2, 0.4, 1)]
    [InlineData(FeatureRange.Levels, 51, 102, 255)]
    [InlineData(FeatureRange.ImageNet, (0.2 - 0.485) / 0.229, (0.4 - 0.456) / 0.224, (1 - 0.406) / 0.225)]
    public void Another_network_gets_the_numbers_that_it_was_trained_with_in_its_order_and_size(FeatureRange range, double red, double green, double blue)
    {
        const int size = 20;
        byte[] rgb = [.. Enumerable.Range(0, 5 * size * size).SelectMany(_ => (byte[])[51, 102, 255])];
        foreach (bool channelsLast in (bool[])[false, true])
        {
            foreach (int? batch in (int?[])[null, 2])
            {
                using var session = FeatureSession.Open(Means(channelsLast, batch), range: range);
                var features = new float[5 * 3];
                session.Run(rgb, 5, size, features);

                Assert.Equal((Side, 3), (session.Side, session.Length));
                for (int i = 0; i < features.Length; i++)
                {
                    Assert.Equal(new[] { red, green, blue }[i % 3], features[i], 1e-3 * Math.Max(1, Math.Abs(blue)));
                }
            }
        }
    }

    [Fact]
    public void A_network_of_bytes_gets_levels_whatever_the_range()
    {
        using var session = FeatureSession.Open(Means(channelsLast: true, bytes: true), range: FeatureRange.ImageNet);
        var features = new float[3];

        session.Run([.. Enumerable.Range(0, Side * Side).SelectMany(_ => (byte[])[51, 102, 255])], 1, Side, features);

        Assert.Equal([51, 102, 255], features);
    }

    [Fact]
    public void What_is_no_feature_network_is_refused_with_what_was_expected()
    {
        string generator = SmallGenerator.Write(At("g.onnx")), means = Means(channelsLast: false);

        var other = Assert.Throws<BadModelException>(() => FeatureSession.Open(generator));
        var output = Assert.Throws<BadModelException>(() => FeatureSession.Open(means, "pool3"));

        Assert.Equal(
            $"{generator} is no feature network: it maps z float32 [batch, 12] to image float32 [batch, 3, 16, 16]; expected square pictures of a fixed size, float32 or uint8 [batch, 3, side, side] or [batch, side, side, 3], and an output float32 [batch, features].",
            other.Message);
        Assert.Equal($"{means} has no output 'pool3': it has 'means'. Name one of them with --features-output.", output.Message);
        Assert.StartsWith($"{At("none.onnx")} does not exist", Assert.Throws<BadModelException>(() => FeatureSession.Open(At("none.onnx"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_that_are_no_numbers_are_refused()
    {
        using var session = FeatureSession.Open(Means(channelsLast: false, root: true));

        string message = Assert.Throws<BadModelException>(() => session.Run(new byte[3 * Side * Side], 1, Side, new float[3])).Message;

        Assert.Equal($"{At("means.onnx")} made NaN of a picture, expected finite features; is --features-range the one that it was trained with?", message);
    }

    [Fact]
    public void Scaling_is_bilinear_to_enlarge_and_counts_every_pixel_to_shrink()
    {
        byte[] rgb = [.. new byte[] { 0, 0, 100, 200 }.SelectMany(level => (byte[])[level, level, level])];
        byte[] square = [.. Enumerable.Range(0, 4).SelectMany(_ => rgb)];
        var large = new float[3 * 8 * 8];
        var small = new float[3 * 2 * 2];

        new PictureScaler(4, 8).Scale(square, large);
        new PictureScaler(4, 2).Scale(square, small);

        Assert.Equal([0, 0, 0, 25, 75, 125, 175, 200], Enumerable.Range(0, 8).Select(x => MathF.Round(large[3 * x], 3)));
        // Weights 3, 3, 1 of 7 within the picture: 100 / 7, and 0 + 3 · 100 + 3 · 200 of 7.
        Assert.Equal([100 / 7.0, 900 / 7.0], [small[0], small[3]], (a, b) => Math.Abs(a - b) < 1e-3);
    }

    private string Means(bool channelsLast, int? batch = null, bool bytes = false, bool root = false)
    {
        var graph = new GraphProto { Name = "means" };
        var writer = new GraphWriter(graph);
        long?[] shape = channelsLast ? [batch, Side, Side, 3] : [batch, 3, Side, Side];
        graph.Input.Add(GraphWriter.Value("pictures", bytes ? DataType.Uint8 : DataType.Float, shape));
        string x = bytes ? writer.Cast("pictures", "numbers", DataType.Float) : "pictures";
        x = root ? writer.Node("Sqrt", "root", [x]) : x;
        x = channelsLast ? writer.Node("Transpose", "planes", [x], GraphWriter.Numbers("perm", 0, 3, 1, 2)) : x;
        writer.Node("Flatten", "means", [writer.Node("GlobalAveragePool", "pool", [x])]);
        graph.Output.Add(GraphWriter.Value("means", DataType.Float, batch, 3));
        File.WriteAllBytes(At("means.onnx"), GeneratorGraph.Wrap(graph).ToByteArray());
        return At("means.onnx");
    }

    private static byte[] Pictures(int count, int size, int cell = 1, ulong seed = 3)
    {
        int cells = (size + cell - 1) / cell;
        float[] levels = Latent.FromSeed(seed, count * cells * cells * 3);
        var rgb = new byte[count * size * size * 3];
        for (int at = 0; at < rgb.Length; at++)
        {
            int pixel = at / 3, x = pixel % size / cell, y = pixel / size % size / cell, picture = pixel / size / size;
            rgb[at] = (byte)Math.Clamp(128 + (60 * levels[(((((picture * cells) + y) * cells) + x) * 3) + (at % 3)]), 0, 255);
        }

        return rgb;
    }

    private static float[] Run(FeatureSession session, byte[] rgb, int count, int size)
    {
        using (session)
        {
            var features = new float[count * session.Length];
            session.Run(rgb, count, size, features);
            return features;
        }
    }

    private static double Distance(float[] features, int a, int b) => Math.Sqrt(
        Enumerable.Range(0, EmbeddingGraph.Features).Sum(k => Math.Pow(features[(a * EmbeddingGraph.Features) + k] - features[(b * EmbeddingGraph.Features) + k], 2)));
}
