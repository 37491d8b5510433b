using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;
using LatentWalk.Tests.Counting;
using Xunit;

namespace LatentWalk.Inference.Tests;

public sealed class GeneratorSessionTests : TempFolder
{
    public static TheoryData<bool, float, bool, int> Networks => new()
    {
        { true, 0f, true, 3 },
        { true, 0.2f, false, 3 },
        { false, 0.2f, false, 1 },
        { false, 0f, true, 1 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Pictures_equal_the_network_computed_by_hand(bool batchNorm, float slope, bool tanh, int channels)
    {
        var spec = SmallGenerator.Spec with { BatchNorm = batchNorm, LeakySlope = slope, Tanh = tanh, Channels = channels };
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx"), spec));
        float[] z = SmallGenerator.Latents(spec.ZDim, 3);
        int picture = channels * 16 * 16;
        var actual = new float[3 * picture];

        session.RunFloats(z, 3, actual);

        for (int i = 0; i < 3; i++)
        {
            float[] expected = ReferenceGenerator.Generate(spec, SmallGenerator.Weights(spec), z.AsSpan(i * spec.ZDim, spec.ZDim));
            Assert.Contains(expected, value => Math.Abs(value) is > 0.05f and < 0.95f);
            for (int k = 0; k < picture; k++)
            {
                Assert.Equal(expected[k], actual[i * picture + k], 1e-5f);
            }
        }
    }

    [Fact]
    public void The_rgba8_graph_makes_the_bytes_that_the_conversion_makes()
    {
        foreach (int channels in new[] { 1, 3 })
        {
            var spec = SmallGenerator.Spec with { Channels = channels, Tanh = false };
            using var floats = Sessions.Open(SmallGenerator.Write(At($"f{channels}.onnx"), spec));
            using var bytes = Sessions.Open(SmallGenerator.Write(At($"b{channels}.onnx"), spec, new GraphOptions { Pixels = PixelOutput.Rgba8 }));
            float[] z = SmallGenerator.Latents(spec.ZDim, 5);

            Assert.Equal(Pixels(floats, z, 5), Pixels(bytes, z, 5));
            Assert.Contains("[n, 16, 16, 4] bytes", bytes.Info.Convention);
        }
    }

    [Fact]
    public void A_large_batch_equals_its_pictures_one_by_one()
    {
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx")));
        const int count = 150;
        Assert.True(count > 2 * session.BatchSize);
        float[] z = SmallGenerator.Latents(12, count);

        byte[] together = Pixels(session, z, count);

        for (int i = 0; i < count; i += 37)
        {
            byte[] alone = Pixels(session, z[(i * 12)..((i + 1) * 12)], 1);
            Assert.All(alone.Zip(together[(i * 1024)..]), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }
    }

    [Fact]
    public void Pixels_are_the_shared_conversion_of_the_models_floats()
    {
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx")));
        float[] z = SmallGenerator.Latents(12, 1);
        var values = new float[3 * 256];
        session.RunFloats(z, 1, values);
        var expected = new byte[1024];
        PixelConversion.ToRgba8(values, 16, 16, expected);

        Assert.Equal(expected, Pixels(session, z, 1));
    }

    [Fact]
    public void A_warm_session_allocates_nothing()
    {
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx")));
        float[] z = SmallGenerator.Latents(12, 64);
        var rgba = new byte[64 * 1024];
        void Frame()
        {
            session.Run(z.AsSpan(0, 12), 1, rgba.AsSpan(0, 1024));
            session.Run(z, 64, rgba);
        }

        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Frame();
            }
        }));
    }

    [Fact]
    public void The_files_account_of_itself_is_in_the_info()
    {
        var direction = new Direction("sefa1", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0.5f);
        using var session = Sessions.Open(SmallGenerator.Write(At("faces.onnx"), metadata: new GeneratorMetadata
        {
            ZDim = 12,
            Resolution = 16,
            Step = 1200,
            Preset = "modern-64",
            Truncation = 0.8f,
            SheetSeeds = [3, 4],
            Directions = [direction],
        }));

        Assert.Equal("faces", session.Info.Name);
        Assert.Equal((1200L, "modern-64", 0.8f), (session.Info.Step, session.Info.Preset, session.Info.Truncation));
        Assert.Equal([3UL, 4UL], session.Info.SheetSeeds);
        Assert.Equal("sefa1", Assert.Single(session.Info.Directions).Name);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(At("faces.onnx")))), session.Info.Sha256);
    }

    [Fact]
    public void A_file_without_directions_gets_random_ones()
    {
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx")));

        Assert.False(session.Info.HasOwnDirections);
        Assert.Equal(12, session.Info.Directions.Count);
        Assert.Null(session.Info.Metadata);
    }

    [Fact]
    public void A_wrong_length_is_refused_before_the_model_runs()
    {
        using var session = Sessions.Open(SmallGenerator.Write(At("g.onnx")));

        var error = Assert.Throws<ArgumentException>(() => session.Run(new float[11], 1, new byte[1024]));

        Assert.Contains("z has 11 elements, expected 12", error.Message);
    }

    private static byte[] Pixels(GeneratorSession session, float[] z, int count)
    {
        var rgba = new byte[count * session.Info.Width * session.Info.Height * 4];
        session.Run(z, count, rgba);
        return rgba;
    }
}
