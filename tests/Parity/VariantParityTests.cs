using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;
using LatentWalk.Inference;
using LatentWalk.Trainer.Options;
using Xunit.Abstractions;

namespace LatentWalk.Parity.Tests;

/// <summary>Every network that the trainer has, as every variant of a generator file, against TorchSharp on the same latents.</summary>
public sealed class VariantParityTests(ITestOutputHelper output)
{
    private static readonly int[] s_batches = [1, 3, 64];

    public static TheoryData<string, int> Networks()
    {
        var networks = new TheoryData<string, int>();
        foreach (var preset in Presets.All.Where(preset => preset.Generator.Network == NetworkKinds.Dcgan).DistinctBy(preset => preset.Generator with { Classes = Spec(preset.Preset).Classes }))
        {
            networks.Add(preset.Preset, 8);
            networks.Add(preset.Preset, preset.Generator.Width);
        }

        networks.Add("residual-32", 8);
        networks.Add("residual-grey-8", 4);

        networks.Add("grey-16", 4);
        networks.Add("deep-32", 8);
        networks.Add("skip-16", 8);
        networks.Add("skip-classes-64", 8);
        networks.Add("skip-palette-32", 8);
        networks.Add("deep-plain-16", 8);
        networks.Add("classes-32", 8);
        return networks;
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_variant_draws_what_TorchSharp_draws(string name, int width)
    {
        var spec = Spec(name) with { Width = width };
        using var network = new TrainerNetwork(spec);
        float[] z = [.. Enumerable.Range(0, 64).SelectMany(seed => Latent.FromSeed((ulong)seed, spec.ZDim))];
        float[] c = Conditions(spec, 64);
        var expected = s_batches.ToDictionary(count => count, count => network.Draw(z[..(count * spec.ZDim)], c[..(count * spec.Classes)], count));
        Assert.True(expected[64].Max() - expected[64].Min() > 0.5, "the network draws next to nothing: nothing would be compared");

        foreach (var precision in Enum.GetValues<Precision>())
        {
            foreach (var upsample in Ways(spec))
            {
                var options = new GraphOptions { Precision = precision, Upsample = upsample };
                using var session = Open(network, options);
                foreach (int count in s_batches)
                {
                    var actual = new float[expected[count].Length];
                    session.RunFloats(z.AsSpan(0, count * spec.ZDim), c.AsSpan(0, count * spec.Classes), count, actual);
                    var meter = new ParityMeter();
                    meter.Add(expected[count], actual, count);
                    var parity = meter.Result();
                    output.WriteLine($"{name} width {width}, {options}, batch {count}: {parity}");
                    Assert.True(ParityBound.Of(precision).Holds(parity), $"{name} width {width}, {options}, batch {count}: {parity}");
                }
            }
        }
    }

    [Fact]
    public void The_residual_presets_are_what_TorchSharp_draws()
    {
        foreach (var preset in Presets.All.Where(preset => preset.Generator.Network == NetworkKinds.Residual))
        {
            var spec = preset.Generator;
            using var network = new TrainerNetwork(spec);
            float[] z = Latent.FromSeed(7, spec.ZDim);
            float[] expected = network.Draw(z, [], 1);
            using var session = Open(network, new GraphOptions());
            var actual = new float[expected.Length];
            session.RunFloats(z, [], 1, actual);
            var meter = new ParityMeter();
            meter.Add(expected, actual, 1);
            output.WriteLine($"{preset.Preset}: {meter.Result()}");
            Assert.True(ParityBound.Of(Precision.Full).Holds(meter.Result()), $"{preset.Preset}: {meter.Result()}");
        }
    }

    [Theory]
    [InlineData(NetworkKinds.Dcgan, 32, 0)]
    [InlineData(NetworkKinds.Dcgan, 64, 1)]
    [InlineData(NetworkKinds.Dcgan, 128, 0)]
    [InlineData(NetworkKinds.Dcgan, 256, 1)]
    [InlineData(NetworkKinds.Dcgan, 512, 0)]
    [InlineData(NetworkKinds.Skip, 32, 0)]
    [InlineData(NetworkKinds.Skip, 64, 0)]
    [InlineData(NetworkKinds.Skip, 128, 1)]
    [InlineData(NetworkKinds.Skip, 256, 0)]
    [InlineData(NetworkKinds.Skip, 512, 0)]
    public void Every_side_from_32_to_512_is_what_TorchSharp_draws(string kind, int resolution, int depth)
    {
        var spec = new GeneratorSpec { Network = kind, Resolution = resolution, Width = 4, ZDim = 20, Depth = depth };
        using var network = new TrainerNetwork(spec);
        float[] z = [.. Enumerable.Range(0, 3).SelectMany(seed => Latent.FromSeed((ulong)seed, spec.ZDim))];
        float[] expected = network.Draw(z, [], 3);
        Assert.True(expected.Max() - expected.Min() > 0.5, "the network draws next to nothing: nothing would be compared");
        foreach (var precision in Enum.GetValues<Precision>())
        {
            using var session = Open(network, new GraphOptions { Precision = precision });
            var actual = new float[expected.Length];
            session.RunFloats(z, [], 3, actual);
            var meter = new ParityMeter();
            meter.Add(expected, actual, 3);
            var parity = meter.Result();
            output.WriteLine($"{kind} {resolution}, {precision}: {parity}");
            Assert.True(ParityBound.Of(precision).Holds(parity), $"{kind} {resolution}, {precision}: {parity}");
        }
    }

    [Theory]
    [InlineData("modern-64")]
    [InlineData("grey-16")]
    [InlineData("classes-32")]
    [InlineData("residual-32")]
    [InlineData("skip-palette-32")]
    public void Every_variant_as_bytes_is_the_same_picture(string name)
    {
        var spec = Spec(name) with { Width = 8 };
        using var network = new TrainerNetwork(spec);
        float[] z = [.. Enumerable.Range(0, 64).SelectMany(seed => Latent.FromSeed((ulong)seed, spec.ZDim))];
        float[] c = Conditions(spec, 64);
        foreach (var precision in Enum.GetValues<Precision>())
        {
            foreach (var upsample in Ways(spec))
            {
                using var session = Open(network, new GraphOptions { Precision = precision, Upsample = upsample, Pixels = PixelOutput.Rgba8 });
                foreach (int count in s_batches)
                {
                    float[] picture = network.Draw(z[..(count * spec.ZDim)], c[..(count * spec.Classes)], count);
                    var actual = new byte[count * spec.Resolution * spec.Resolution * 4];
                    session.Run(z.AsSpan(0, count * spec.ZDim), c.AsSpan(0, count * spec.Classes), count, actual);
                    int worst = Enumerable.Range(0, actual.Length).Max(i => Math.Abs(Expected(picture, i, spec) - actual[i]));
                    Assert.True(worst <= ParityBound.Of(precision).Levels, $"{name}, {precision}, {upsample}, batch {count}: {worst} levels");
                }
            }
        }
    }

    private static Upsample[] Ways(GeneratorSpec spec) =>
        spec.Network == NetworkKinds.Dcgan ? Enum.GetValues<Upsample>() : [Upsample.Transposed];

    private static GeneratorSession Open(TrainerNetwork network, GraphOptions options) => GeneratorSession.Open(
        GeneratorGraph.Build(network.Spec, network.Weights, options: options).ToByteArray(), $"{options}.onnx", new InferenceSettings { Provider = ProviderChoice.Cpu });

    private static int Expected(float[] pictures, int rgbaIndex, GeneratorSpec spec)
    {
        int pixels = spec.Resolution * spec.Resolution;
        var (picture, pixel, channel) = (rgbaIndex / (4 * pixels), rgbaIndex / 4 % pixels, rgbaIndex % 4);
        return channel == 3 ? 255 : PixelConversion.ToLevel(pictures[(picture * spec.Channels * pixels) + (channel % spec.Channels * pixels) + pixel]);
    }

    // One class each in turn, and every fourth a mixture of two.
    private static float[] Conditions(GeneratorSpec spec, int count)
    {
        var c = new float[count * spec.Classes];
        for (int i = 0; i < count && spec.Classes > 0; i++)
        {
            c[(i * spec.Classes) + (i % spec.Classes)] += i % 4 == 3 ? 0.5f : 1;
            c[(i * spec.Classes) + ((i + 1) % spec.Classes)] += i % 4 == 3 ? 0.5f : 0;
        }

        return c;
    }

    private static GeneratorSpec Spec(string name) => name switch
    {
        "deep-32" => new GeneratorSpec { Resolution = 32, ZDim = 24, Depth = 2, LeakySlope = 0.2f },
        "deep-plain-16" => new GeneratorSpec { Resolution = 16, ZDim = 24, Depth = 1, BatchNorm = false },
        "skip-16" => new GeneratorSpec { Network = NetworkKinds.Skip, Resolution = 16, ZDim = 24, BatchNorm = false, Depth = 1 },
        "skip-classes-64" => new GeneratorSpec { Network = NetworkKinds.Skip, Resolution = 64, ZDim = 24, Classes = 4, LeakySlope = 0.2f, Tanh = false },
        "skip-palette-32" => new GeneratorSpec { Network = NetworkKinds.Skip, Resolution = 32, ZDim = 24, Classes = 3, Tanh = false, GateAll = true, Palette = 12 },
        "grey-16" => new GeneratorSpec { Resolution = 16, ZDim = 24, Channels = 1, BatchNorm = false, LeakySlope = 0.2f },
        "residual-32" => Presets.Named("residual-64").Generator with { Resolution = 32, Width = 32, MaxWidth = 40, Blocks = 2, GroupSize = 4, Expansion = 1.5, Classes = 5 },
        "residual-grey-8" => Presets.Named("residual-64").Generator with { Resolution = 8, MaxWidth = 4, Blocks = 1, GroupSize = 1, Channels = 1, Tanh = true, LeakySlope = 0 },
        "classes-32" => new GeneratorSpec { Resolution = 32, ZDim = 40, Classes = 5, LeakySlope = 0.2f, Tanh = false },
        _ => Presets.Named(name).Generator with { Classes = name.StartsWith("acgan", StringComparison.Ordinal) ? 12 : 0 },
    };
}
