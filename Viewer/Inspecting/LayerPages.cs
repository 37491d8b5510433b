using LatentWalk.Inference;

namespace LatentWalk.Viewer.Inspecting;

/// <summary>Layer maps as tiles of grey, each layer on a scale of its own.</summary>
internal static class LayerPages
{
    /// <summary>A grid of eight by eight.</summary>
    public const int MostChannels = 64;

    /// <summary>The part of the values that may lie beyond the scale on either side: one bright pixel must not darken a layer.</summary>
    private const double Beyond = 0.005;

    public static IReadOnlyList<LayerPage> Of(IReadOnlyList<LayerMap> maps)
    {
        var pages = new LayerPage[maps.Count];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = Page(maps[i], i + 1, maps.Count);
        }

        return pages;
    }

    private static LayerPage Page(LayerMap map, int number, int layers)
    {
        int count = Math.Min(map.Channels, MostChannels);
        float[] values = map.Values[..(count * map.Width * map.Height)];
        (float lowest, float highest) = Range(values);
        float scale = highest > lowest ? 255 / (highest - lowest) : 0;
        var rgba = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
        {
            byte level = (byte)MathF.Round(Math.Clamp((values[i] - lowest) * scale, 0, 255));
            rgba[i * 4] = rgba[(i * 4) + 1] = rgba[(i * 4) + 2] = level;
            rgba[(i * 4) + 3] = 255;
        }

        string part = map.Channels > count ? $", the first {count}" : "";
        return new LayerPage(
            $"layer {number} of {layers}: {map.Channels} channels of {map.Width}x{map.Height}{part}",
            (int)Math.Ceiling(Math.Sqrt(count)), count, map.Width, map.Height, rgba);
    }

    private static (float Lowest, float Highest) Range(float[] values)
    {
        float[] sorted = [.. values.Where(float.IsFinite).Order()];
        int beyond = (int)(sorted.Length * Beyond);
        return sorted.Length == 0 ? (0, 0) : (sorted[beyond], sorted[^(beyond + 1)]);
    }
}
