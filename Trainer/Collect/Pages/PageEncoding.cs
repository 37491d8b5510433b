using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Text;

namespace LatentWalk.Trainer.Collect.Pages;

/// <summary>In which letters a page is written, as browsers decide it: its byte order mark, the server, the page itself, a guess.</summary>
internal static class PageEncoding
{
    private const int SearchedBytes = 1024;
    private static readonly SearchValues<char> s_labelEnds = SearchValues.Create(" \t\r\n\"';/>");

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="contentType">Of the answer; may be anything.</param>
    public static string Decode(byte[] page, string? contentType)
    {
        Encoding encoding = ByMark(page) ?? Named(Charset(contentType)) ?? Named(Declared(page)) ?? Guess(page);
        return encoding.GetString(page).TrimStart('\uFEFF');
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> page) =>
        page.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : page.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : page.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode
        : null;

    private static string? Charset(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) ? type.CharSet?.Trim('"', '\'', ' ') : null;

    private static Encoding? Named(string? label) => label is not null && TextEncoding.IsSupported(label) ? TextEncoding.Resolve(label) : null;

    // "charset=..." among the first bytes, in either form of the meta element. A page that can be read so far is not UTF-16, whatever it says.
    private static string? Declared(ReadOnlySpan<byte> page)
    {
        string head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, SearchedBytes)]);
        int at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = head.AsSpan(at + "charset".Length).TrimStart();
        rest = rest.StartsWith("=") ? rest[1..].TrimStart().TrimStart("\"'") : default;
        int end = rest.IndexOfAny(s_labelEnds);
        string label = (end < 0 ? rest : rest[..end]).ToString();
        return label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
    }

    private static Encoding Guess(ReadOnlySpan<byte> page) => System.Text.Unicode.Utf8.IsValid(page) ? Encoding.UTF8 : TextEncoding.Resolve("windows-1252");
}
