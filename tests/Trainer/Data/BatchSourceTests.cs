using LatentWalk.Core.Pixels;
using LatentWalk.Trainer.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Data;

public sealed class BatchSourceTests
{
    [Fact]
    public void A_batch_holds_the_pictures_that_the_order_names()
    {
        var set = Tiny.Pictures();
        var options = Tiny.Options("modern-64");
        using var batches = new BatchSource(set, options, CPU);
        var indices = new int[4];
        new DataOrder(options.Seed, set.Count).Fill(8, indices);

        using var pictures = batches.Pictures(step: 3);

        Assert.Equal([4, 3, 16, 16], pictures.shape);
        var expected = new float[3 * 16 * 16];
        for (int i = 0; i < 4; i++)
        {
            PixelConversion.FromRgb8(set[indices[i]], 16, 16, expected);
            Assert.Equal(expected, pictures[i].data<float>().ToArray());
        }
    }

    [Fact]
    public void Mirroring_turns_about_half_of_the_pictures_left_to_right_and_nothing_else()
    {
        var set = Tiny.Pictures();
        using var plain = new BatchSource(set, Tiny.Options("modern-64"), CPU);
        using var mirroring = new BatchSource(set, Tiny.Options("modern-64", ("data.mirror", "true")), CPU);
        int mirrored = 0;
        const int steps = 50;
        for (int step = 1; step <= steps; step++)
        {
            using var scope = NewDisposeScope();
            var (straight, turned) = (plain.Pictures(step), mirroring.Pictures(step));
            for (int i = 0; i < 4; i++)
            {
                bool same = Same(straight[i], turned[i]);
                Assert.True(same || Same(straight[i].flip(2), turned[i]));
                mirrored += same ? 0 : 1;
            }
        }

        Assert.InRange(mirrored / (4.0 * steps), 0.4, 0.6);
    }

    [Fact]
    public void Latents_are_those_of_the_step()
    {
        var options = Tiny.Options("modern-64");
        using var batches = new BatchSource(Tiny.Pictures(), options, CPU);
        using var other = new BatchSource(Tiny.Pictures(), options, CPU);

        float[] third = batches.Latents(3).data<float>().ToArray();
        float[] fourth = batches.Latents(4).data<float>().ToArray();

        Assert.Equal(third, other.Latents(3).data<float>().ToArray());
        Assert.NotEqual(third, fourth);
        Assert.Equal(48, third.Length);
    }

    private static bool Same(Tensor a, Tensor b) => a.equal(b).all().ToBoolean();
}
