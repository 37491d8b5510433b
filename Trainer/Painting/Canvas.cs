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
    private readonly float[] _rgb;
    private readonly Mask _scratch;
    private readonly List<Mask> _masks = [];
    private int _masksUsed;

    /// <param name="side">Of the picture that comes out, in pixels.</param>
    internal Canvas(int side)
    {
        _oversampling = side <= LargestOversampled ? 2 : 1;
        Side = side;
        Size = side * _oversampling;
        _rgb = new float[Size * Size * 3];
        _scratch = new Mask(Size);
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
            for (int x = 0; x < Size; x++)
            {
                int at = ((y * Size) + x) * 3;
                (_rgb[at], _rgb[at + 1], _rgb[at + 2]) = (colour.R, colour.G, colour.B);
            }
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
        float scale = 255f / (_oversampling * _oversampling);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                int to = ((y * Side) + x) * 4;
                for (int channel = 0; channel < 3; channel++)
                {
                    float sum = 0;
                    for (int sample = 0; sample < _oversampling * _oversampling; sample++)
                    {
                        int row = (y * _oversampling) + (sample / _oversampling);
                        int column = (x * _oversampling) + (sample % _oversampling);
                        sum += _rgb[(((row * Size) + column) * 3) + channel];
                    }

                    rgba[to + channel] = (byte)((sum * scale) + 0.5f);
                }

                rgba[to + 3] = 255;
            }
        }

        return rgba;
    }

    private void Paint(Ink ink, Mask? inside, Mask? outside)
    {
        for (int y = _scratch.Top; y < _scratch.Bottom; y++)
        {
            Colour colour = At(ink, y);
            ReadOnlySpan<float> cover = _scratch.Row(y);
            ReadOnlySpan<float> within = inside is null ? default : inside.Row(y);
            ReadOnlySpan<float> without = outside is null ? default : outside.Row(y);
            Span<float> pixels = _rgb.AsSpan(y * Size * 3, Size * 3);
            for (int x = _scratch.Left; x < _scratch.Right; x++)
            {
                float part = cover[x];
                if (part <= 0)
                {
                    continue;
                }

                part *= ink.Alpha * (inside is null ? 1 : within[x]) * (outside is null ? 1 : 1 - without[x]);
                Span<float> pixel = pixels.Slice(x * 3, 3);
                pixel[0] += (colour.R - pixel[0]) * part;
                pixel[1] += (colour.G - pixel[1]) * part;
                pixel[2] += (colour.B - pixel[2]) * part;
            }
        }
    }

    private Colour At(Ink ink, int y)
    {
        double unit = (y + 0.5) / Frame.Scale;
        return ink.Top == ink.Bottom ? ink.Top
            : ink.Top.Mix(ink.Bottom, (float)Math.Clamp((unit - ink.TopY) / (ink.BottomY - ink.TopY), 0, 1));
    }
}
