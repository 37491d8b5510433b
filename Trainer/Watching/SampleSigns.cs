using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Watching;

/// <summary>
/// How the sheet's 64 pictures compare with the data, from sketches of 16×16: cheap enough for every tick, too coarse to rank
/// two good generators. Each is a ratio to the same measure of the real pictures.
/// </summary>
internal sealed record SampleSigns
{
    /// <summary>Mean distance between two of them: 1 is the data's own, 0 is one picture for every latent.</summary>
    public required double Diversity { get; init; }

    /// <summary>Median distance of each to the one most like it: far below 1 where a few pictures are drawn again and again.</summary>
    public required double Variety { get; init; }

    /// <summary>Median distance of each to the real picture most like it: far below 1 where real pictures are drawn by heart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Nearest { get; init; }

    /// <summary>Energy distance between both sets (Székely and Rizzo 2004), over the mean distance of two real pictures: 0 where they cannot be told apart.</summary>
    public required double Distance { get; init; }
}
