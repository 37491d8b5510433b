namespace LatentWalk.Trainer.Collect;

/// <summary>
/// Text in which <c>*</c> stands for anything. One that begins with a slash is compared with path and query, any other with the whole
/// address; upper and lower case differ, as they do on servers.
/// </summary>
internal sealed record AddressPattern(string Text)
{
    public bool Matches(Uri address) => Matches(Text, Text.StartsWith('/') ? address.PathAndQuery : WithoutFragment(address), toEnd: true);

    /// <param name="toEnd">The whole text must match, not only its beginning.</param>
    /// <remarks>Goes back to the last star alone, so that the time is bounded by the product of both lengths.</remarks>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool toEnd)
    {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; ; )
        {
            if (at == pattern.Length && (!toEnd || i == text.Length))
            {
                return true;
            }

            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                resume = i;
            }
            else if (at < pattern.Length && i < text.Length && pattern[at] == text[i])
            {
                at++;
                i++;
            }
            else if (star >= 0 && resume < text.Length)
            {
                at = star + 1;
                i = ++resume;
            }
            else
            {
                return false;
            }
        }
    }

    public static string WithoutFragment(Uri address) => address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
}
