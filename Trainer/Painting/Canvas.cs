namespace LatentWalk.Trainer.Painting;

/// <summary>
/// A picture being painted, square. It is kept <see cref="Oversampling"/> times as large as what comes out, so that
/// the seams between neighbouring shapes, whose exact edges would let the ground shine through, all but vanish.
/// </summary>
internal sealed class Canvas
{
    /// <summary>Side of the grid of samples that make one pixel.</summary>
    internal const int Oversampling = 2;

    private readonly float[] _rgb;
    private readonly Mask _scratch;

    internal Canvas(int size)
    {
        Size = size * Oversampling;
        _rgb = new float[Size * Size * 3];
        _scratch = new Mask(Size);
        Frame = Frame.Of(Size);
    }

    /// <summary>The whole picture in units.</summary>
    internal Frame Frame { get; }

    internal int Size { get; }

    internal void Clear(Ink ink)
    {
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

    /// <summary>The coverage of a shape, for clipping.</summary>
    internal Mask Cover(Shape shape)
    {
        var mask = new Mask(Size);
        mask.Fill(shape);
        return mask;
    }

    /// <summary>uint8 RGBA, alpha 255.</summary>
    internal byte[] ToRgba()
    {
        int side = Size / Oversampling;
        var rgba = new byte[side * side * 4];
        const float Scale = 255f / (Oversampling * Oversampling);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                int to = ((y * side) + x) * 4;
                for (int channel = 0; channel < 3; channel++)
                {
                    float sum = 0;
                    for (int sy = 0; sy < Oversampling; sy++)
                    {
                        int from = (((((y * Oversampling) + sy) * Size) + (x * Oversampling)) * 3) + channel;
                        for (int sx = 0; sx < Oversampling; sx++)
                        {
                            sum += _rgb[from + (sx * 3)];
                        }
                    }

                    rgba[to + channel] = (byte)((sum * Scale) + 0.5f);
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
            for (int x = _scratch.Left; x < _scratch.Right; x++)
            {
                float part = cover[x];
                if (part <= 0)
                {
                    continue;
                }

                part *= ink.Alpha * (inside is null ? 1 : within[x]) * (outside is null ? 1 : 1 - without[x]);
                int at = ((y * Size) + x) * 3;
                _rgb[at] += (colour.R - _rgb[at]) * part;
                _rgb[at + 1] += (colour.G - _rgb[at + 1]) * part;
                _rgb[at + 2] += (colour.B - _rgb[at + 2]) * part;
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
