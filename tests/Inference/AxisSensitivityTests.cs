using LatentWalk.Core.Latents;
using Xunit;

namespace LatentWalk.Inference.Tests;

public sealed class AxisSensitivityTests
{
    private const int ZDim = 4;
    private const int Side = 64;

    [Fact]
    public void An_axis_that_changes_the_picture_twice_as_fast_is_flown_half_as_fast()
    {
        IReadOnlyList<Direction> axes = [.. Enumerable.Range(0, 3).Select(axis => new Direction($"axis {axis}", Unit(axis), 0))];
        IReadOnlyList<float> levels = AxisSensitivity.LevelsPerRadian(Ramp(2, 4, 1), axes);

        // Not exactly twice: the way along the sphere leans on the other axes a little.
        Assert.InRange(levels[1] / levels[0], 1.5f, 3);
        Assert.InRange(levels[0] / levels[2], 1.5f, 3);

        IReadOnlyList<float> gains = AxisSensitivity.Gains(levels);
        Assert.Equal(1, gains[0]);
        Assert.Equal(levels[0], gains[1] * levels[1], 1e-3f * levels[0]);
        Assert.Equal(levels[0], gains[2] * levels[2], 1e-3f * levels[0]);
    }

    [Fact]
    public void Speeds_stay_within_reason_and_an_axis_that_does_nothing_gets_the_usual_one()
    {
        Assert.Equal([1f, 0.25f, 4f, 1f], AxisSensitivity.Gains([10, 1000, 0.1f, 0]));
        Assert.Equal([1f, 1f], AxisSensitivity.Gains([0, 0]));
        Assert.Empty(AxisSensitivity.Gains([]));
    }

    private static float[] Unit(int axis)
    {
        var vector = new float[ZDim];
        vector[axis] = 1;
        return vector;
    }

    // Its picture is one level everywhere: the sum of its latent's numbers, each times a slope.
    private static PictureMaker Ramp(params float[] slopes) => new(ZDim, Side, Side, 5, (z, count, rgba) =>
    {
        for (int i = 0; i < count; i++)
        {
            float sum = 128;
            for (int axis = 0; axis < slopes.Length; axis++)
            {
                sum += z[(i * ZDim) + axis] * slopes[axis] * 12;
            }

            rgba.Slice(i * Side * Side * 4, Side * Side * 4).Fill((byte)Math.Clamp(MathF.Round(sum), 0, 255));
        }
    });
}
