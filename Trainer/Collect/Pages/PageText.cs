using System.Text;
using AngleSharp.Dom;

namespace LatentWalk.Trainer.Collect.Pages;

/// <summary>The words of a part of a page, without scripts, styles and what leads through the site (nav, footer).</summary>
internal static class PageText
{
    private static readonly HashSet<string> s_passedOver = new(StringComparer.Ordinal) { "script", "style", "noscript", "template", "nav", "footer", "svg" };

    // These are parts of words; any other element ends one.
    private static readonly HashSet<string> s_inline = new(StringComparer.Ordinal)
        { "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr" };

    /// <summary>Appends, with more blanks than needed. As deep as the parser lets a page be.</summary>
    public static void Append(StringBuilder text, INode node)
    {
        if (node is IText words)
        {
            text.Append(words.Data);
            return;
        }

        if (node is IElement element && s_passedOver.Contains(element.LocalName))
        {
            text.Append(' ');
            return;
        }

        bool isInline = node is IElement { LocalName: var name } && s_inline.Contains(name);
        text.Append(isInline ? string.Empty : " ");
        foreach (INode child in node.ChildNodes)
        {
            Append(text, child);
        }

        text.Append(isInline ? string.Empty : " ");
    }
}
