namespace LatentWalk.Viewer.Inspecting;

/// <summary>One layer as tiles that can be shown like pictures.</summary>
/// <param name="Title">What it is: "layer 3 of 4: 128 channels of 16x16, the first 64".</param>
/// <param name="Columns">Tiles in a row.</param>
/// <param name="Count">Tiles; at most <see cref="LayerPages.MostChannels"/>.</param>
/// <param name="Rgba">uint8 [Count, Height, Width, 4]: one channel each, from the layer's lowest value (dark) to its highest (light).</param>
internal sealed record LayerPage(string Title, int Columns, int Count, int Width, int Height, byte[] Rgba)
{
    public int Rows => (Count + Columns - 1) / Columns;
}
