namespace LatentWalk.Trainer.Collect.Web;

/// <summary>What became of an address, repeated tries and redirects included.</summary>
/// <param name="Final">Where the redirects led; the address itself without any.</param>
internal sealed record Fetched(Uri Final)
{
    /// <summary>Of the last answer; null without one.</summary>
    public int? Status { get; init; }

    /// <summary>As the server says.</summary>
    public string? ContentType { get; init; }

    /// <summary>Null when there is a problem.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Of a redirect that is not followed yet.</summary>
    public string? Location { get; init; }

    public Why Why { get; init; }

    /// <summary>Without a full stop.</summary>
    public string? Problem { get; init; }

    /// <summary>It may go better another day.</summary>
    public bool IsPassing { get; init; }

    /// <summary>The server asks to be left alone for longer than one may wait.</summary>
    public TimeSpan? ComeBack { get; init; }
}
