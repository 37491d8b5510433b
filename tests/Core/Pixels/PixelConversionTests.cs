using LatentWalk.Core.Pixels;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Tests.Pixels;

public class PixelConversionTests
{
    [Fact]
    public void Every_level_survives_the_way_to_float_and_back()
    {
        byte[] rgb = [.. Enumerable.Range(0, 768).Select(i => (byte)(i / 3))];
        var planar = new float[768];
        var back = new byte[768];
        PixelConversion.FromRgb8(rgb, 16, 16, planar);
        PixelConversion.ToRgb8(planar, 16, 16, back);
        Assert.Equal(rgb, back);
        Assert.Equal(-1, PixelConversion.FromLevel(0));
        Assert.Equal(1, PixelConversion.FromLevel(255));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(15, 3)]
    [InlineData(17, 2)]
    [InlineData(64, 64)]
    [InlineData(33, 5)]
    public void Vectors_agree_with_the_plain_code_on_the_way_to_float_mirrored_or_not(int width, int height)
    {
        var rgb = new byte[3 * width * height];
        new Random(width).NextBytes(rgb);
        foreach (bool mirror in new[] { false, true })
        {
            var planar = new float[rgb.Length];
            PixelConversion.FromRgb8(rgb, width, height, planar, mirror);
            for (int i = 0; i < rgb.Length; i++)
            {
                var (y, x, channel) = (i / 3 / width, i / 3 % width, i % 3);
                int at = (channel * width * height) + (y * width) + (mirror ? width - 1 - x : x);
                Assert.Equal(PixelConversion.FromLevel(rgb[i]), planar[at]);
            }
        }
    }

    [Fact]
    public void Vectors_have_the_float_of_every_level_to_the_last_bit()
    {
        byte[] rgb = [.. Enumerable.Range(0, 768).Select(i => (byte)(i / 3))];
        var planar = new float[768];
        PixelConversion.FromRgb8(rgb, 256, 1, planar);
        for (int i = 0; i < 768; i++)
        {
            Assert.Equal(PixelConversion.FromLevel((byte)i), planar[i]);
        }
    }

    [Theory]
    [InlineData(-1f, 0)]
    [InlineData(1f, 255)]
    [InlineData(0f, 128)]
    [InlineData(-2f, 0)]
    [InlineData(7f, 255)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.PositiveInfinity, 255)]
    [InlineData(float.NaN, 0)]
    [InlineData(-0.99607843f, 0)]
    [InlineData(-0.996f, 1)]
    public void Levels_are_rounded_and_clamped(float x, byte level) => Assert.Equal(level, PixelConversion.ToLevel(x));

    // Every float whose pattern ends in zeros, around every half, and all that is special: more than two million values.
    [Fact]
    public void Vectors_agree_with_the_plain_code_on_every_kind_of_float()
    {
        var values = new List<float> { float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -0f };
        for (long bits = 0; bits <= uint.MaxValue; bits += 2048)
        {
            values.Add(BitConverter.UInt32BitsToSingle((uint)bits));
        }

        for (int level = 0; level < 256; level++)
        {
            float half = (float)(((level + 0.5) / 127.5) - 1);
            for (int ulps = -8; ulps <= 8; ulps++)
            {
                values.Add(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(half) + ulps));
            }
        }

        float[] plane = [.. values];
        float[] planar = [.. plane, .. plane.Reverse(), .. plane];
        var rgba = new byte[plane.Length * 4];
        PixelConversion.ToRgba8(planar, plane.Length, 1, rgba);
        int wrong = 0;
        for (int i = 0; i < plane.Length; i++)
        {
            wrong += rgba[4 * i] == Reference(planar[i]) && rgba[(4 * i) + 1] == Reference(planar[plane.Length + i])
                && rgba[(4 * i) + 2] == Reference(planar[(2 * plane.Length) + i]) && rgba[(4 * i) + 3] == 255 ? 0 : 1;
        }

        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(17, 3)]
    [InlineData(64, 64)]
    public void Any_size_is_converted_to_its_last_pixel(int width, int height)
    {
        float[] planar = Noise(3 * width * height);
        var rgba = new byte[4 * width * height];
        var rgb = new byte[3 * width * height];
        PixelConversion.ToRgba8(planar, width, height, rgba);
        PixelConversion.ToRgb8(planar, width, height, rgb);
        int pixels = width * height;
        for (int i = 0; i < pixels; i++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                byte expected = Reference(planar[(channel * pixels) + i]);
                Assert.Equal(expected, rgba[(4 * i) + channel]);
                Assert.Equal(expected, rgb[(3 * i) + channel]);
            }
        }
    }

    [Theory]
    [InlineData(ChannelOrder.Planar, 1)]
    [InlineData(ChannelOrder.Planar, 3)]
    [InlineData(ChannelOrder.Planar, 4)]
    [InlineData(ChannelOrder.Interleaved, 1)]
    [InlineData(ChannelOrder.Interleaved, 3)]
    [InlineData(ChannelOrder.Interleaved, 4)]
    public void Pictures_of_other_generators_come_out_right(ChannelOrder order, int channels)
    {
        const int Width = 9;
        const int Height = 4;
        const int Pixels = Width * Height;
        float[] values = [.. Noise(channels * Pixels).Select(x => (x / 2) + 0.5f)];
        byte[] levels = [.. values.Select(x => (byte)Math.Clamp(Math.Round(x * 255f), 0, 255))];
        var fromUnit = new byte[4 * Pixels];
        var fromSigned = new byte[4 * Pixels];
        var fromBytes = new byte[4 * Pixels];
        PixelConversion.ToRgba8(values, new PixelLayout(order, channels, ValueRange.Unit), Width, Height, fromUnit);
        PixelConversion.ToRgba8([.. levels.Select(PixelConversion.FromLevel)], new PixelLayout(order, channels, ValueRange.SignedUnit), Width, Height, fromSigned);
        PixelConversion.ToRgba8(levels, order, channels, Width, Height, fromBytes);

        for (int i = 0; i < Pixels; i++)
        {
            for (int channel = 0; channel < 4; channel++)
            {
                int source = channels == 1 && channel < 3 ? 0 : channel;
                int at = order == ChannelOrder.Planar ? (source * Pixels) + i : (i * channels) + source;
                byte expected = channel == 3 && channels < 4 ? (byte)255 : levels[at];
                Assert.Equal(expected, fromUnit[(4 * i) + channel]);
                Assert.Equal(expected, fromSigned[(4 * i) + channel]);
                Assert.Equal(expected, fromBytes[(4 * i) + channel]);
            }
        }
    }

    [Fact]
    public void Spans_of_the_wrong_length_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => PixelConversion.ToRgba8(new float[11], 2, 2, new byte[16]));
        Assert.Contains("planar has 11 elements; expected 12", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PixelConversion.FromRgb8(new byte[12], 2, 2, new float[13]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelConversion.ToRgba8(new float[8], new PixelLayout(ChannelOrder.Planar, 2, ValueRange.Unit), 2, 2, new byte[16]));
    }

    private static byte Reference(float x)
    {
        float level = (x + 1f) * 127.5f;
        return float.IsNaN(level) ? (byte)0 : (byte)Math.Clamp(Math.Round((double)level, MidpointRounding.ToEven), 0, 255);
    }

    private static float[] Noise(int count)
    {
        var values = new float[count];
        new CounterRandom(1, 0, Purpose.Sample).FillNormal(values);
        return values;
    }
}
