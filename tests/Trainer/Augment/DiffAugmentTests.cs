using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Options;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Augment;

public sealed class DiffAugmentTests
{
    private const int Side = 16;

    private static readonly AugmentOptions s_none = new() { Kind = "diffaugment", Colour = false, Translation = 0, Cutout = 0 };

    [Fact]
    public void Nothing_changes_where_the_chance_is_none()
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(32);

        Assert.Equal(Values(pictures), Values(Apply(new AugmentOptions { Kind = "diffaugment" }, pictures, probability: 0)));
    }

    [Fact]
    public void Every_picture_changes_where_the_chance_is_one_and_about_half_of_them_where_it_is_a_half()
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(400);
        int Changed(double probability) =>
            (int)Apply(s_none with { Colour = true }, pictures, probability).ne(pictures).flatten(1).any(1).to(int64).sum().ToDouble();

        Assert.Equal(400, Changed(1));
        Assert.InRange(Changed(0.5), 160, 240);
    }

    [Fact]
    public void Each_picture_is_shifted_by_whole_pixels_of_its_own_and_its_edge_is_repeated()
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(200);

        float[] before = Values(pictures), after = Values(Apply(s_none with { Translation = 0.125 }, pictures));

        var shifts = Enumerable.Range(0, 200).Select(picture => ShiftOf(before, after, picture)).ToList();
        Assert.Equal(25, shifts.Distinct().Count());
        Assert.All(shifts, shift => Assert.True(Math.Abs(shift.X) <= 2 && Math.Abs(shift.Y) <= 2));
    }

    [Fact]
    public void A_square_of_half_the_side_is_blanked_out_wherever_it_falls()
    {
        using var scope = NewDisposeScope();
        float[] seen = Values(Apply(s_none with { Cutout = 0.5 }, ones(300, 3, Side, Side)));

        var areas = new List<int>();
        for (int picture = 0; picture < 300; picture++)
        {
            var blank = Enumerable.Range(0, Side * Side).Where(pixel => seen[(picture * 3 * Side * Side) + pixel] == 0).ToList();
            int width = blank.Max(pixel => pixel % Side) - blank.Min(pixel => pixel % Side) + 1;
            int height = blank.Max(pixel => pixel / Side) - blank.Min(pixel => pixel / Side) + 1;
            Assert.Equal(blank.Count, width * height);
            Assert.True(width is >= 4 and <= 8 && height is >= 4 and <= 8, $"{width}×{height}");
            areas.Add(blank.Count);
        }

        Assert.Contains(64, areas);
        Assert.Contains(areas, area => area < 40);
        Assert.All(seen, value => Assert.True(value is 0 or 1));
    }

    [Fact]
    public void Colour_is_brightness_then_saturation_then_contrast()
    {
        using var scope = NewDisposeScope();
        var pictures = Pictures(6);
        var options = s_none with { Colour = true };
        var draws = Draws(options, 6);

        float[] before = Values(pictures), after = Values(new DiffAugment(options, Side).Of(pictures, draws, tensor(1.0)));

        for (int picture = 0; picture < 6; picture++)
        {
            double[] numbers = [.. Values(draws[picture]).Select(value => (double)value)];
            Assert.InRange(numbers[3], -0.5, 0.5);
            Assert.InRange(numbers[4], 0, 2);
            Assert.InRange(numbers[5], 0.5, 1.5);
            int pixels = Side * Side, first = picture * 3 * pixels;
            var plain = new double[3 * pixels];
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                double grey = 0;
                for (int channel = 0; channel < 3; channel++)
                {
                    grey += (before[first + (channel * pixels) + pixel] + numbers[3]) / 3;
                }

                for (int channel = 0; channel < 3; channel++)
                {
                    plain[(channel * pixels) + pixel] = grey + (numbers[4] * (before[first + (channel * pixels) + pixel] + numbers[3] - grey));
                }
            }

            double mean = plain.Average();
            Assert.All(plain.Index(), value => Assert.Equal(mean + (numbers[5] * (value.Item - mean)), after[first + value.Index], 1e-5));
        }
    }

    [Fact]
    public void A_sheet_of_faces_as_the_discriminator_sees_them()
    {
        using var scope = NewDisposeScope();
        var augmentation = new DiffAugment(new AugmentOptions { Kind = "diffaugment" }, 64);
        byte[] seen = AugmentSheet.Write("diffaugment.png", augmentation, probability: 1);
        byte[] plain = AugmentSheet.Write("diffaugment-none.png", augmentation, probability: 0);

        // Eight faces eight times each, and no two alike where each is changed by draws of its own.
        Assert.Equal(8, AugmentSheet.Cells(plain).Distinct().Count());
        Assert.Equal(64, AugmentSheet.Cells(seen).Distinct().Count());
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_reason()
    {
        var options = Tiny.Options(
            "modern-64", ("augment.kind", "magic"), ("augment.probability", "1.5"), ("augment.translation", "0.7"), ("augment.cutout", "1"), ("schedule.images", "50"), ("schedule.augment", "0.3"));

        Assert.Equal(
            [
                "augment.kind is 'magic'; it must be one of none, diffaugment, ada",
                "augment.probability is 1.5; it must be from 0 to 1, or none",
                "augment.translation is 0.7; it must be from 0 (none) to 0.5",
                "augment.cutout is 1; it must be from 0 (none) to below 1",
                "schedule.augment is 0.3 but augment.kind is magic, so there is no probability to move; set augment.kind to diffaugment, or schedule.augment to none",
            ],
            options.Validate());
        Assert.Equal(
            ["augment.kind is 'diffaugment' but augment.colour, augment.translation and augment.cutout are all off, so nothing would be changed; turn one on, or set augment.kind to none"],
            (Presets.Modern64 with { Augment = s_none }).Validate());
    }

    internal static Tensor Pictures(int count) =>
        tensor(Enumerable.Range(0, count * 3 * Side * Side).Select(i => (float)Math.Sin(i * 1.7)).ToArray(), [count, 3, Side, Side]);

    private static Tensor Draws(AugmentOptions options, int count)
    {
        var augmentation = new DiffAugment(options, Side);
        var random = new CounterRandom(5, 1, Purpose.Augment);
        var values = new float[count * augmentation.Columns];
        for (int row = 0; row < count; row++)
        {
            augmentation.Draw(ref random, values.AsSpan(row * augmentation.Columns, augmentation.Columns));
        }

        return tensor(values, [count, augmentation.Columns]);
    }

    private static Tensor Apply(AugmentOptions options, Tensor pictures, double probability = 1) =>
        new DiffAugment(options, Side).Of(pictures, Draws(options, (int)pictures.size(0)), tensor((float)probability));

    private static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    /// <summary>The shift that makes the one picture the other, exactly; fails where there is none.</summary>
    private static (int X, int Y) ShiftOf(float[] before, float[] after, int picture)
    {
        int first = picture * 3 * Side * Side;
        for (int y = -4; y <= 4; y++)
        {
            for (int x = -4; x <= 4; x++)
            {
                if (Enumerable.Range(0, 3 * Side * Side).All(i =>
                {
                    int column = Math.Clamp((i % Side) - x, 0, Side - 1), row = Math.Clamp((i / Side % Side) - y, 0, Side - 1);
                    return after[first + i] == before[first + (i / (Side * Side) * Side * Side) + (row * Side) + column];
                }))
                {
                    return (x, y);
                }
            }
        }

        throw new Xunit.Sdk.XunitException($"picture {picture} is not shifted by whole pixels");
    }
}
