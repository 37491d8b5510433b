using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>
/// At most 256 colours for a picture: its own where they suffice; else the means of boxes of colour space, of which the one that
/// strays most is halved again and again. The library builds an octree instead: other colours, as many.
/// </summary>
internal sealed class GifPalette
{
    private const int CacheBits = 6;

    private readonly Rgba32[] colors;
    private readonly short[] nearest = new short[1 << (3 * CacheBits)];
    private readonly bool exact;

    private GifPalette(Rgba32[] colors, bool exact)
    {
        (this.colors, this.exact) = (colors, exact);
        Array.Fill(this.nearest, (short)-1);
    }

    public int Count => this.colors.Length;

    public Rgba32 this[int index] => this.colors[index];

    /// <param name="pixels">Those with no alpha at all have no colour.</param>
    public static GifPalette Of(Rgba32[] pixels, int most)
    {
        HashSet<uint> own = [];
        foreach (Rgba32 pixel in pixels)
        {
            if (pixel.A > 0 && own.Add(Key(pixel)) && own.Count > most)
            {
                return new GifPalette(GifColorBoxes.Split(pixels, most), exact: false);
            }
        }

        uint[] sorted = own.Count == 0 ? [0] : [.. own];
        Array.Sort(sorted);
        return new GifPalette([.. sorted.Select(key => new Rgba32((byte)(key >> 16), (byte)(key >> 8), (byte)key))], exact: true);
    }

    /// <summary>The index of each pixel; what a colour is off is passed on to the neighbours (Floyd and Steinberg).</summary>
    public byte[] Dither(Rgba32[] pixels, int width, byte clear)
    {
        byte[] indices = new byte[pixels.Length];
        Dictionary<uint, byte> known = this.exact
            ? this.colors.Select((color, i) => (Key(color), (byte)i)).ToDictionary(pair => pair.Item1, pair => pair.Item2)
            : [];
        float[] here = new float[3 * (width + 2)];
        float[] below = new float[3 * (width + 2)];
        for (int i = 0; i < pixels.Length; i++)
        {
            int x = i % width;
            if (x == 0)
            {
                (here, below) = (below, here);
                Array.Clear(below);
            }

            if (pixels[i].A == 0)
            {
                indices[i] = clear;
                continue;
            }

            indices[i] = this.exact ? known[Key(pixels[i])] : this.Take(pixels[i], here, below, 3 * (x + 1));
        }

        return indices;
    }

    private static uint Key(Rgba32 pixel) => ((uint)pixel.R << 16) | ((uint)pixel.G << 8) | pixel.B;

    private static int Level(float value) => (int)Math.Clamp(value + 0.5F, 0, 255);

    private byte Take(Rgba32 pixel, float[] here, float[] below, int at)
    {
        int red = Level(pixel.R + here[at]);
        int green = Level(pixel.G + here[at + 1]);
        int blue = Level(pixel.B + here[at + 2]);
        int index = this.Nearest(red, green, blue);
        Rgba32 color = this.colors[index];
        Spread(here, below, at, red - color.R);
        Spread(here, below, at + 1, green - color.G);
        Spread(here, below, at + 2, blue - color.B);
        return (byte)index;
    }

    private static void Spread(float[] here, float[] below, int at, float error)
    {
        here[at + 3] += error * (7 / 16F);
        below[at - 3] += error * (3 / 16F);
        below[at] += error * (5 / 16F);
        below[at + 3] += error * (1 / 16F);
    }

    private int Nearest(int red, int green, int blue)
    {
        const int Shift = 8 - CacheBits;
        int cell = ((red >> Shift) << (2 * CacheBits)) | ((green >> Shift) << CacheBits) | (blue >> Shift);
        if (this.nearest[cell] >= 0)
        {
            return this.nearest[cell];
        }

        int best = 0;
        int least = int.MaxValue;
        for (int i = 0; i < this.colors.Length; i++)
        {
            int r = this.colors[i].R - red, g = this.colors[i].G - green, b = this.colors[i].B - blue;
            int distance = (r * r) + (g * g) + (b * b);
            if (distance < least)
            {
                (least, best) = (distance, i);
            }
        }

        this.nearest[cell] = (short)best;
        return best;
    }
}
