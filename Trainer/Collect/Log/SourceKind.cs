using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>What an address was asked for as.</summary>
internal enum SourceKind
{
    [JsonStringEnumMemberName("page")]
    Page,

    [JsonStringEnumMemberName("picture")]
    Picture,
}
