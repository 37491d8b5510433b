using System.Numerics;

namespace LatentWalk.Trainer.Painting;

/// <summary>
/// A picture being painted, square. A small one is kept twice as large as what comes out, so that the seams between
/// neighbouring shapes, whose exact edges would let the ground shine through, all but vanish. One canvas paints many
/// pictures, one after the other; not thread-safe.
/// </summary>
internal sealed class Canvas
{
    private const int LargestOversampled = 256;

    private readonly int _oversampling;
    private readonly float[] _red;
    private readonly float[] _green;
    private readonly float[] _blue;
    private readonly Mask _scratch;
    private readonly Mask _rim;
    private readonly List<Mask> _masks = [];
    private int _masksUsed;

    /// <param name="side">Of the picture that comes out, in pixels.</param>
    internal Canvas(int side)
    {
        _oversampling = side <= LargestOversampled ? 2 : 1;
        Side = side;
        Size = side * _oversampling;
        _red = new float[Size * Size];
        _green = new float[Size * Size];
        _blue = new float[Size * Size];
        _scratch = new Mask(Size);
        _rim = new Mask(Size);
        Frame = Frame.Of(Size);
    }

    /// <summary>The whole picture in units.</summary>
    internal Frame Frame { get; }

    /// <summary>Of the picture that comes out, in pixels.</summary>
    internal int Side { get; }

    /// <summary>Of the picture as it is kept.</summary>
    private int Size { get; }

    /// <summary>Begins a new picture; masks of the one before may no longer be used.</summary>
    internal void Clear(Ink ink)
    {
        _masksUsed = 0;
        for (int y = 0; y < Size; y++)
        {
            Colour colour = At(ink, y);
            _red.AsSpan(y * Size, Size).Fill(colour.R);
            _green.AsSpan(y * Size, Size).Fill(colour.G);
            _blue.AsSpan(y * Size, Size).Fill(colour.B);
        }
    }

    /// <param name="inside">Only where this covers.</param>
    /// <param name="outside">Only where this does not cover.</param>
    internal void Fill(Shape shape, Ink ink, Mask? inside = null, Mask? outside = null)
    {
        _scratch.Clear();
        _scratch.Fill(shape);
        Paint(ink, inside, outside);
    }

    internal void Fill(Shape shape, Colour colour, Mask? inside = null, Mask? outside = null) =>
        Fill(shape, Ink.Of(colour), inside, outside);

    /// <summary>Fills a shape, and then its rims, one over the other.</summary>
    internal void Fill(Shape shape, Ink ink, ReadOnlySpan<Rim> rims)
    {
        Fill(shape, ink);
        foreach (Rim rim in rims)
        {
            _rim.Clear();
            _rim.Fill(shape.MovedPixels(rim.X * Frame.Scale, rim.Y * Frame.Scale));
            Paint(rim.Ink, null, _rim);
        }
    }

    internal void Draw(Stroke stroke, Colour colour, float alpha = 1, Mask? inside = null, Mask? outside = null)
    {
        _scratch.Clear();
        _scratch.Join(stroke);
        Paint(Ink.Of(colour, alpha), inside, outside);
    }

    /// <summary>The edge of a shape, of one width in units.</summary>
    internal void Outline(Shape shape, Colour colour, double width, float alpha = 1, Mask? inside = null, Mask? outside = null)
    {
        _scratch.Clear();
        foreach (Stroke stroke in Stroke.Around(shape, width))
        {
            _scratch.Join(stroke);
        }

        Paint(Ink.Of(colour, alpha), inside, outside);
    }

    /// <summary>An oval that is strongest in its middle and fades to nothing at its edge.</summary>
    internal void Glow(Frame frame, double x, double y, double rx, double ry, Colour colour, float alpha, Mask? inside = null)
    {
        const int Rings = 10;
        for (int ring = 1; ring <= Rings; ring++)
        {
            double part = (double)ring / Rings;
            _scratch.Clear();
            _scratch.Fill(Shape.Ellipse(frame, x, y, rx * part, ry * part));
            Paint(Ink.Of(colour, alpha * 1.6f / Rings), inside, null);
        }
    }

    /// <summary>The coverage of a shape, for clipping; good until the next <see cref="Clear"/>.</summary>
    internal Mask Cover(Shape shape)
    {
        if (_masksUsed == _masks.Count)
        {
            _masks.Add(new Mask(Size));
        }

        Mask mask = _masks[_masksUsed++];
        mask.Clear();
        mask.Fill(shape);
        return mask;
    }

    /// <summary>uint8 RGBA, alpha 255.</summary>
    internal byte[] ToRgba()
    {
        var rgba = new byte[Side * Side * 4];
        Write(_red, rgba, 0);
        Write(_green, rgba, 1);
        Write(_blue, rgba, 2);
        for (int at = 3; at < rgba.Length; at += 4)
        {
            rgba[at] = 255;
        }

        return rgba;
    }

    private void Write(float[] plane, byte[] rgba, int channel)
    {
        float scale = 255f / (_oversampling * _oversampling);
        int to = channel;
        for (int y = 0; y < Side; y++)
        {
            ReadOnlySpan<float> upper = plane.AsSpan(y * _oversampling * Size, Size);
            ReadOnlySpan<float> lower = _oversampling == 2 ? plane.AsSpan(((y * 2) + 1) * Size, Size) : default;
            for (int x = 0; x < Side; x++, to += 4)
            {
                float sum = _oversampling == 2 ? upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] : upper[x];
                rgba[to] = (byte)((sum * scale) + 0.5f);
            }
        }
    }

    private void Paint(Ink ink, Mask? inside, Mask? outside)
    {
        for (int y = _scratch.Top; y < _scratch.Bottom; y++)
        {
            Colour colour = At(ink, y);
            ReadOnlySpan<float> cover = _scratch.Row(y);
            ReadOnlySpan<float> within = inside is null ? default : inside.Row(y);
            ReadOnlySpan<float> without = outside is null ? default : outside.Row(y);
            Span<float> red = _red.AsSpan(y * Size, Size);
            Span<float> green = _green.AsSpan(y * Size, Size);
            Span<float> blue = _blue.AsSpan(y * Size, Size);
            int x = _scratch.Left;
            for (; x + Vector<float>.Count <= _scratch.Right; x += Vector<float>.Count)
            {
                var part = new Vector<float>(cover[x..]);
                if (part == Vector<float>.Zero)
                {
                    continue;
                }

                var inner = inside is null ? Vector<float>.One : new Vector<float>(within[x..]);
                var outer = outside is null ? Vector<float>.One : Vector<float>.One - new Vector<float>(without[x..]);
                part *= new Vector<float>(ink.Alpha) * inner * outer;
                Blend(red[x..], colour.R, part);
                Blend(green[x..], colour.G, part);
                Blend(blue[x..], colour.B, part);
            }

            for (; x < _scratch.Right; x++)
            {
                float part = cover[x] * (ink.Alpha * (inside is null ? 1 : within[x]) * (outside is null ? 1 : 1 - without[x]));
                red[x] += (colour.R - red[x]) * part;
                green[x] += (colour.G - green[x]) * part;
                blue[x] += (colour.B - blue[x]) * part;
            }
        }
    }

    private static void Blend(Span<float> values, float colour, Vector<float> part)
    {
        var old = new Vector<float>(values);
        (old + ((new Vector<float>(colour) - old) * part)).CopyTo(values);
    }

    private Colour At(Ink ink, int y)
    {
        double unit = (y + 0.5) / Frame.Scale;
        return ink.Top == ink.Bottom ? ink.Top
            : ink.Top.Mix(ink.Bottom, (float)Math.Clamp((unit - ink.TopY) / (ink.BottomY - ink.TopY), 0, 1));
    }
}
