using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>What became of an address.</summary>
internal enum SourceOutcome
{
    /// <summary>A picture that is in the folder, or a page whose pictures are wanted.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>Seen and left out for good.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Not had this time; the next run tries again.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
