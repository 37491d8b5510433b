using LatentWalk.Core.Randomness;
using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>The shaders' short cuts against the plain definition of what they compute.</summary>
public sealed class PictureFilterTests : GlTest
{
    private const int Side = 24;

    [GlFact]
    public void Enlarging_is_Catmull_Rom_but_for_its_four_faint_corner_taps()
    {
        byte[] source = Noise();
        Rgba[] drawn = Draw(source, 150);
        double sum = 0;
        double largest = 0;
        for (int y = 0; y < 150; y++)
        {
            for (int x = 0; x < 150; x++)
            {
                double expected = CatmullRom(source, (x + 0.5) * Side / 150 - 0.5, (y + 0.5) * Side / 150 - 0.5);
                double difference = Math.Abs(drawn[y * 150 + x].R - expected);
                sum += difference;
                largest = Math.Max(largest, difference);
            }
        }

        // Noise from black to white is the worst case: up to 1.6 % of the weight is left out.
        Assert.InRange(sum / (150 * 150), 0, 1.5);
        Assert.InRange(largest, 0, 10);
    }

    [GlFact]
    public void Reducing_to_a_quarter_is_the_mean_of_four_by_four()
    {
        byte[] source = Noise();
        Rgba[] drawn = Draw(source, Side / 4);
        for (int i = 0; i < drawn.Length; i++)
        {
            double mean = 0;
            for (int j = 0; j < 16; j++)
            {
                mean += At(source, Side, i % (Side / 4) * 4 + j % 4, i / (Side / 4) * 4 + j / 4).R / 16.0;
            }

            Assert.InRange(drawn[i].R, mean - 1, mean + 1);
        }
    }

    private Rgba[] Draw(byte[] source, int size, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, Side, Side);
        using var target = new OffscreenTarget(Gl, size, size);
        picture.Upload(source);
        Clear(target, Rgba.Black);
        renderer.Draw(picture, GridLayout.Fit(Side, Side, new PixelRect(0, 0, size, size), PictureScaling.Smooth), size, size);
        return Read(target, test: test);
    }

    private static byte[] Noise()
    {
        var random = new CounterRandom(7, 0, Purpose.Sample);
        byte[] rgba = new byte[Side * Side * 4];
        for (int i = 0; i < rgba.Length; i++)
        {
            rgba[i] = i % 4 == 3 ? (byte)255 : (byte)random.NextInt32(256);
        }

        return rgba;
    }

    /// <summary>Red at a place between pixel centres, by all sixteen taps; the edge pixel goes on for ever.</summary>
    private static double CatmullRom(byte[] source, double x, double y)
    {
        int left = (int)Math.Floor(x);
        int top = (int)Math.Floor(y);
        double value = 0;
        for (int row = -1; row <= 2; row++)
        {
            for (int column = -1; column <= 2; column++)
            {
                int red = At(source, Side, Math.Clamp(left + column, 0, Side - 1), Math.Clamp(top + row, 0, Side - 1)).R;
                value += red * Weight(x - left - column) * Weight(y - top - row);
            }
        }

        return Math.Clamp(value, 0, 255);
    }

    private static double Weight(double distance)
    {
        double d = Math.Abs(distance);
        return d < 1 ? 1 + d * d * (-2.5 + 1.5 * d)
            : d < 2 ? 2 + d * (-4 + d * (2.5 - 0.5 * d))
            : 0;
    }
}
