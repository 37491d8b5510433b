using LatentWalk.Core.Onnx;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class ParityMeterTests
{
    [Fact]
    public void Differences_are_counted_on_the_clamped_picture_and_in_levels()
    {
        var meter = new ParityMeter();
        meter.Add([1.5f, -1, 0, 0.5f], [1, -1, 0, 0.5f + (3f / 127.5f)], 1);
        meter.Add([0, 0, 0, 0], [0, 0, 0, 0], 2);

        var parity = meter.Result();

        Assert.Equal((3, 0.13f, 3), (parity.Levels, parity.Changed, parity.Images));
        Assert.Equal(0.024f, parity.Maximum);
        Assert.Equal(0.003f, parity.Mean);
    }

    [Theory]
    [InlineData(2.31e-6f, 2.4e-6f)]
    [InlineData(0.5f, 0.5f)]
    [InlineData(1.999f, 2f)]
    public void Figures_are_rounded_up_to_two_digits(float difference, float shown)
    {
        var meter = new ParityMeter();
        meter.Add([-1f], [-1 + difference], 1);

        Assert.Equal(shown, meter.Result().Maximum, shown * 1e-3f);
        Assert.True(meter.Result().Maximum >= difference * 0.999f);
    }

    [Fact]
    public void What_is_no_number_is_passed_on()
    {
        var meter = new ParityMeter();
        meter.Add([0, 0], [0, float.NaN], 1);

        Assert.True(float.IsNaN(meter.Result().Maximum));
    }

    [Fact]
    public void A_record_reads_as_a_sentence() => Assert.Equal(
        "2.7e-6 at most, 1.8e-7 on average; 1 of 255 levels, 0.003% of them changed; 8 latents",
        new ParityRecord(2.7e-6f, 1.8e-7f, 8) { Levels = 1, Changed = 3e-5f }.ToString());
}
