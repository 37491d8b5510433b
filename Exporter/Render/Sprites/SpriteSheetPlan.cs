using System.Globalization;

namespace LatentWalk.Exporter.Render.Sprites;

/// <summary>What the sheets of one request are called and hold.</summary>
/// <param name="Stem">Path of the files without ending.</param>
/// <param name="Width">Of a sprite.</param>
/// <param name="Height">Of a sprite.</param>
/// <param name="Extrude">Pixels of edge around each.</param>
/// <param name="NameOf">Of each sprite.</param>
/// <param name="AsArray">The description's form.</param>
/// <param name="FramesPerSecond">Where the sprites are frames of one animation.</param>
/// <param name="Model">SHA-256 of the generator.</param>
internal sealed record SpriteSheetPlan(
    string Stem, SpriteLayout Layout, int Count, int Width, int Height, int Extrude, Func<int, string> NameOf, bool AsArray, double? FramesPerSecond, string Model)
{
    public string PictureOf(int page) => PathOf(page) + ".png";

    public string AtlasOf(int page) => PathOf(page) + ".json";

    private string PathOf(int page) => Layout.Pages == 1 ? Stem : string.Create(CultureInfo.InvariantCulture, $"{Stem}-{page}");
}
