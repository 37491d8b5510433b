using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class PixelFontTests
{
    [Fact]
    public void Every_printable_character_has_a_glyph_of_its_own()
    {
        byte[] sheet = PixelFont.Sheet();
        HashSet<string> drawn = [];
        for (char character = ' '; character <= '~'; character++)
        {
            Assert.Equal(character, PixelFont.Characters[PixelFont.GlyphOf(character)]);
            Assert.True(drawn.Add(Ink(sheet, PixelFont.GlyphOf(character))), $"'{character}' looks like another character.");
        }

        foreach (char symbol in "←→↑↓°·×±…–ψ▶■●✓♥")
        {
            Assert.Equal(symbol, PixelFont.Characters[PixelFont.GlyphOf(symbol)]);
            Assert.True(drawn.Add(Ink(sheet, PixelFont.GlyphOf(symbol))), $"'{symbol}' looks like another character.");
        }

        Assert.DoesNotContain('#', Ink(sheet, PixelFont.GlyphOf(' ')));
    }

    [Theory]
    [InlineData('語')]
    [InlineData('é')]
    [InlineData('\u0001')]
    public void An_unknown_character_is_a_hollow_box(char character) =>
        Assert.Equal('\uFFFD', PixelFont.Characters[PixelFont.GlyphOf(character)]);

    [Fact]
    public void A_line_measures_from_first_to_last_ink_column()
    {
        Assert.Equal(0, PixelFont.Measure("", 2));
        Assert.Equal(5, PixelFont.Measure("A", 1));
        Assert.Equal(2 * (5 * 6 - 1), PixelFont.Measure("Hello", 2));
    }

    private static string Ink(byte[] sheet, int glyph)
    {
        char[] ink = new char[PixelFont.GlyphWidth * PixelFont.GlyphHeight];
        for (int i = 0; i < ink.Length; i++)
        {
            int x = glyph % PixelFont.GlyphsPerRow * PixelFont.GlyphWidth + i % PixelFont.GlyphWidth;
            int y = glyph / PixelFont.GlyphsPerRow * PixelFont.GlyphHeight + i / PixelFont.GlyphWidth;
            ink[i] = sheet[y * PixelFont.SheetWidth + x] != 0 ? '#' : '.';
        }

        return new string(ink);
    }
}
