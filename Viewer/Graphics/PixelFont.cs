namespace LatentWalk.Viewer.Graphics;

/// <summary>The viewer's bitmap font: printable ASCII and a few symbols, all of one width. Anything else shows as a hollow box.</summary>
internal static class PixelFont
{
    /// <summary>Ink columns of a glyph.</summary>
    internal const int GlyphWidth = 5;

    /// <summary>Ink rows of a glyph, descenders included.</summary>
    internal const int GlyphHeight = 9;

    /// <summary>From the left edge of a character to that of the next.</summary>
    internal const int Advance = 6;

    /// <summary>From the top of a line to the top of the next.</summary>
    internal const int LineHeight = 11;

    internal const int GlyphsPerRow = 16;

    /// <summary>Character i is drawn by glyph i.</summary>
    internal const string Characters =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~" + "\uFFFD←→↑↓°·×±…–ψ▶■●✓♥";

    private const char FirstAscii = ' ';
    private const char LastAscii = '~';
    private const int FirstSymbol = LastAscii - FirstAscii + 1;

    internal static int GlyphRows => (Characters.Length + GlyphsPerRow - 1) / GlyphsPerRow;

    internal static int SheetWidth => GlyphsPerRow * GlyphWidth;

    internal static int SheetHeight => GlyphRows * GlyphHeight;

    /// <summary>The glyph of a character.</summary>
    internal static int GlyphOf(char character)
    {
        if (character is >= FirstAscii and <= LastAscii)
        {
            return character - FirstAscii;
        }

        int symbol = Characters.AsSpan(FirstSymbol).IndexOf(character);
        return FirstSymbol + Math.Max(symbol, 0);
    }

    /// <summary>All glyphs side by side without gaps: [SheetHeight, SheetWidth], 255 where there is ink.</summary>
    internal static byte[] Sheet()
    {
        byte[] sheet = new byte[SheetWidth * SheetHeight];
        int y = 0;
        foreach (ReadOnlySpan<char> line in PixelFontGlyphs.Drawing.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                continue;
            }

            for (int i = 0; i < line.Length; i++)
            {
                int column = i % Advance;
                if (column < GlyphWidth && line[i] == '#')
                {
                    sheet[y * SheetWidth + i / Advance * GlyphWidth + column] = 255;
                }
            }

            y++;
        }

        return sheet;
    }

    /// <summary>Pixels from the left edge of the first ink column to the right edge of the last, for one line.</summary>
    internal static int Measure(ReadOnlySpan<char> text, int scale) =>
        text.IsEmpty ? 0 : (text.Length * Advance - (Advance - GlyphWidth)) * scale;
}
