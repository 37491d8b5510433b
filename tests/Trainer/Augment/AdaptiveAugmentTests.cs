using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Options;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Augment;

public sealed class AdaptiveAugmentTests
{
    private const int Side = 16;

    // Columns of the draws: the chances come first.
    private const int Values = 11;

    [Fact]
    public void Nothing_changes_where_the_chance_is_none()
    {
        using var scope = NewDisposeScope();
        var pictures = DiffAugmentTests.Pictures(16);

        var seen = new StepAugmentation(new AdaptiveAugment(Side), 16, new CounterRandom(3, 1, Purpose.Augment), tensor(0f), CPU).Of(pictures, Role.Real);

        Assert.Equal(0, (seen - pictures).abs().max().ToDouble(), 1e-6);
    }

    [Fact]
    public void A_sheet_of_faces_as_the_discriminator_sees_them() =>
        Assert.Equal(64, AugmentSheet.Cells(AugmentSheet.Write("ada.png", new AdaptiveAugment(64), probability: 0.8f)).Distinct().Count());

    [Fact]
    public void Mirroring_and_quarter_turns_move_pixels_and_nothing_else()
    {
        using var scope = NewDisposeScope();
        var picture = DiffAugmentTests.Pictures(1);

        Assert.Equal(Numbers(picture.flip(3)), Numbers(Seen(picture, 0, (0, -1))));
        Assert.Equal(Numbers(picture.transpose(2, 3).flip(3)), Numbers(Seen(picture, 1, (1, 1), (2, -1))));
        Assert.Equal(Numbers(picture.flip(2, 3)), Numbers(Seen(picture, 1, (2, -1), (3, -1))));
    }

    [Fact]
    public void Zooming_in_by_two_shows_the_middle_twice_as_large()
    {
        using var scope = NewDisposeScope();
        float[] ramp = [.. Enumerable.Range(0, 3 * Side * Side).Select(i => (i % Side) - ((Side - 1) / 2f))];

        float[] seen = Numbers(Seen(tensor(ramp, [1, 3, Side, Side]), 3, (6, 2)));

        Assert.All(seen.Index(), value => Assert.Equal(ramp[value.Index] / 2, value.Item, 1e-5f));
    }

    [Fact]
    public void What_comes_in_from_outside_is_the_picture_mirrored()
    {
        using var scope = NewDisposeScope();
        var columns = arange(Side).to(float32) + zeros(1, 3, Side, Side);

        float[] shifted = Numbers(Seen(columns, 2, (4, 3)).select(1, 0).select(1, 0).flatten());
        float[] halved = Numbers(Seen(columns, 3, (6, 0.5f)).select(1, 0).select(1, 0).flatten());
        float[] tenth = Numbers(Seen(columns, 3, (6, 0.1f)));

        Assert.Equal([3, 2, 1, .. Enumerable.Range(0, Side - 3).Select(i => (float)i)], shifted);
        Assert.Equal([7.5f, 5.5f, 3.5f, 1.5f, 0.5f, 2.5f, 4.5f], halved[..7]);
        Assert.Equal([13.5f, 11.5f, 9.5f, 7.5f], halved[^4..]);
        Assert.All(tenth, value => Assert.InRange(value, 0, Side - 1));
    }

    [Fact]
    public void Colours_turn_about_grey_and_grey_about_nothing()
    {
        using var scope = NewDisposeScope();
        var red = tensor([0.9f, 0.3f, 0f], [1, 3, 1, 1]) + zeros(1, 3, Side, Side);
        var grey = zeros(1, 3, Side, Side) + 0.4f;

        // A third of the way round, red is green; half of it, its complement. Luma is flipped, saturation takes the rest away.
        Assert.Equal([0f, 0.9f, 0.3f], Colour(Seen(red, 9, (13, -0.5f), (14, MathF.Sqrt(0.75f)))), Near);
        Assert.Equal([-0.1f, 0.5f, 0.8f], Colour(Seen(red, 9, (13, -1), (14, 0))), Near);
        Assert.Equal([0.4f, 0.4f, 0.4f], Colour(Seen(red, 10, (15, 0))), Near);
        Assert.Equal([0.1f, -0.5f, -0.8f], Colour(Seen(red, 8, (12, -1))), Near);
        Assert.Equal([0.4f, 0.4f, 0.4f], Colour(Seen(grey, 9, (13, -1), (14, 0))), Near);
        Assert.Equal([0.8f, 0.8f, 0.8f], Colour(Seen(grey, 7, (11, 2))), Near);
        Assert.Equal([0.7f, 0.7f, 0.7f], Colour(Seen(grey, 6, (10, 0.3f))), Near);

        static bool Near(float a, float b) => Math.Abs(a - b) < 1e-5f;
    }

    [Fact]
    public void The_chance_moves_every_fourth_batch_towards_the_target_and_stays_in_bounds()
    {
        // 4 pictures, 4 batches: a move of 16 in 160.
        using var chance = new AdaptiveProbability(new AugmentOptions { Kind = "ada", AdaptImages = 160 }, batch: 4, CPU);
        long turn = 0;
        double After(double accuracy, int batches)
        {
            for (int i = 0; i < batches; i++)
            {
                using var told = tensor((float)accuracy);
                chance.Look(++turn, told);
            }

            return Math.Round(chance.Value.ToDouble(), 5);
        }

        Assert.Equal([0, 0.1, 0.2], [After(0.9, 3), After(0.9, 1), After(0.9, 4)]);
        Assert.Equal([0.1, 0, 0], [After(0.7, 4), After(0.7, 4), After(0.7, 4)]);
        Assert.Equal(0.8, After(1, 400));

        // The mean of four batches counts, not each: 0.85 right is a mean sign of 0.7, 0.75 one of 0.5.
        Assert.Equal(0.7, After(0.85, 1) + (0 * After(0.75, 3)) - 0.1, 5);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_reason() => Assert.Equal(
        [
            "augment.target is 1; it must be between -1 and 1",
            "augment.adaptImages is 0; it must be above 0",
            "schedule.augment is 0.3 but augment.kind is ada, so there is no probability to move; set augment.kind to diffaugment, or schedule.augment to none",
        ],
        Tiny.Options("anime-64", ("augment.kind", "ada"), ("augment.target", "1"), ("augment.adaptImages", "0"), ("schedule.images", "50"), ("schedule.augment", "0.3")).Validate());

    /// <summary>One picture with one kind of change, its values set by their column.</summary>
    private static Tensor Seen(Tensor picture, int change, params (int Column, float Value)[] values)
    {
        // A chance of 1 is never below the probability of 0.5, a chance of 0 always is.
        var row = new float[new AdaptiveAugment(Side).Columns];
        row.AsSpan(0, Values).Fill(1);
        row[change] = 0;
        foreach (int factor in new[] { 0, 2, 3, 6, 7, 11, 12, 13, 15 })
        {
            row[Values + factor] = 1;
        }

        foreach (var (column, value) in values)
        {
            row[Values + column] = value;
        }

        return new AdaptiveAugment(Side).Of(picture, tensor(row, [1, row.Length]), tensor(0.5f));
    }

    private static float[] Numbers(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    private static float[] Colour(Tensor picture) => Numbers(picture.select(3, 5).select(2, 5).flatten());
}
