using System.Text;
using System.Text.Encodings.Web;

namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>Text that came from outside, made harmless: in a page a name is a name.</summary>
internal static class Html
{
    private const int LongestName = 200;

    /// <summary>For text and for values in double quotes; control characters and overlong names are shown, not passed on.</summary>
    public static string Text(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, LongestName) + 1);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= LongestName)
            {
                plain.Append('…');
                break;
            }

            plain.Append(Rune.IsControl(rune) ? "�" : rune.ToString());
        }

        return HtmlEncoder.Default.Encode(plain.ToString());
    }
}
