namespace LatentWalk.Inference.Features;

/// <summary>
/// Brings square pictures to another size: bilinear to enlarge, and to shrink the same triangle widened by the factor, so that every
/// pixel counts (Parmar et al. 2022, "On aliased resizing", find that distances depend on it). Any thread.
/// </summary>
internal sealed class PictureScaler
{
    private readonly int _from;
    private readonly int _to;
    private readonly int[] _first;
    private readonly float[][] _weights;

    public PictureScaler(int from, int to)
    {
        (_from, _to) = (from, to);
        double factor = (double)from / to, reach = Math.Max(1, factor);
        _first = new int[to];
        _weights = new float[to][];
        for (int i = 0; i < to; i++)
        {
            double centre = (i + 0.5) * factor;
            int first = Math.Max(0, (int)Math.Floor(centre - reach)), end = Math.Min(from, (int)Math.Ceiling(centre + reach));
            double[] weights = [.. Enumerable.Range(first, end - first).Select(at => Math.Max(0, 1 - (Math.Abs(at + 0.5 - centre) / reach)))];
            double sum = weights.Sum();
            _first[i] = first;
            _weights[i] = [.. weights.Select(weight => (float)(weight / sum))];
        }
    }

    /// <param name="rgb">uint8 [from, from, 3].</param>
    /// <param name="levels">[to, to, 3] in [0, 255], filled.</param>
    public void Scale(ReadOnlySpan<byte> rgb, Span<float> levels)
    {
        if (_from == _to)
        {
            for (int at = 0; at < rgb.Length; at++)
            {
                levels[at] = rgb[at];
            }

            return;
        }

        int row = 3 * _to;
        var across = new float[_from * row];
        for (int y = 0; y < _from; y++)
        {
            for (int x = 0; x < _to; x++)
            {
                float red = 0, green = 0, blue = 0;
                int at = 3 * ((y * _from) + _first[x]);
                foreach (float weight in _weights[x])
                {
                    red += weight * rgb[at];
                    green += weight * rgb[at + 1];
                    blue += weight * rgb[at + 2];
                    at += 3;
                }

                var pixel = across.AsSpan((y * row) + (3 * x), 3);
                (pixel[0], pixel[1], pixel[2]) = (red, green, blue);
            }
        }

        levels.Clear();
        for (int y = 0; y < _to; y++)
        {
            var line = levels.Slice(y * row, row);
            for (int k = 0; k < _weights[y].Length; k++)
            {
                float weight = _weights[y][k];
                var from = across.AsSpan((_first[y] + k) * row, row);
                for (int at = 0; at < row; at++)
                {
                    line[at] += weight * from[at];
                }
            }
        }
    }
}
