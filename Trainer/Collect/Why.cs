using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Collect;

/// <summary>Why something was left out, as one word.</summary>
internal enum Why
{
    None,

    /// <summary>The page does not say what it must, or says what it must not.</summary>
    [JsonStringEnumMemberName("words")]
    Words,

    /// <summary>Pictures of pages with such an address are not wanted.</summary>
    [JsonStringEnumMemberName("address")]
    Address,

    [JsonStringEnumMemberName("host")]
    Host,

    [JsonStringEnumMemberName("private")]
    Private,

    [JsonStringEnumMemberName("robots")]
    Robots,

    /// <summary>The server said no.</summary>
    [JsonStringEnumMemberName("status")]
    Status,

    [JsonStringEnumMemberName("redirect")]
    Redirect,

    /// <summary>Larger than the limit.</summary>
    [JsonStringEnumMemberName("size")]
    Size,

    /// <summary>Not a page, or not a picture, whatever the server calls it.</summary>
    [JsonStringEnumMemberName("content")]
    Content,

    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>No connection, or one that broke.</summary>
    [JsonStringEnumMemberName("connection")]
    Connection,
}
