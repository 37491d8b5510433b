namespace LatentWalk.Trainer.Collect;

/// <summary>Reasons as words, in files and on the screen.</summary>
internal static class WhyNames
{
    /// <summary>As it stands in <c>sources.jsonl</c>.</summary>
    public static string Of(Why why) => why.ToString().ToLowerInvariant();

    /// <summary>What is said of a number of addresses.</summary>
    public static string InWords(Why why) => why switch
    {
        Why.Words => "without the words, or with words that must not be there",
        Why.Address => "at addresses whose pictures are not wanted",
        Why.Host => "on other hosts",
        Why.Private => "at private addresses",
        Why.Robots => "forbidden by robots.txt",
        Why.Status => "refused by the server",
        Why.Redirect => "redirected out of reach",
        Why.Size => "too large",
        Why.Content => "not what the address promised",
        Why.Duplicate => "seen before",
        Why.Time => "too slow",
        Why.Connection => "without a connection",
        _ => "for no stated reason",
    };
}
