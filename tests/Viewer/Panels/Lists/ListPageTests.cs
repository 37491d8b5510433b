using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels.Lists;
using LatentWalk.Viewer.Settings;

namespace LatentWalk.Viewer.Tests.Panels.Lists;

public sealed class ListPageTests
{
    private static readonly ListPage Three = new("T", "H", ("A", Lines(3)), ("B", Lines(1)), ("C", Lines(40)));

    [Theory]
    [InlineData(0, -1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 3)]
    [InlineData(43, 1, 4)]
    public void Lines_go_round_inside_their_tab(int line, int by, int expected) => Assert.Equal(expected, Three.Move(line, by));

    [Theory]
    [InlineData(4, -8, 4)]
    [InlineData(20, 8, 28)]
    [InlineData(40, 8, 43)]
    public void Leaps_stop_at_the_ends_of_the_tab(int line, int by, int expected) => Assert.Equal(expected, Three.Leap(line, by));

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(2, -1, 6)]
    [InlineData(43, 1, 2)]
    public void The_tab_beside_is_entered_as_far_down_as_it_goes(int line, int by, int expected) => Assert.Equal(expected, Three.Across(line, by));

    [Fact]
    public void At_every_size_the_chosen_line_is_seen_found_by_the_mouse_and_clear_of_the_footer()
    {
        ListPage[] pages =
        [
            MenuPage.Make(KeyMap.Default, ButtonMap.Default), HelpPage.Make(KeyMap.Default, ButtonMap.Default),
            new SettingsPage(ViewerSettings.Default, KeyMap.Default, ButtonMap.Default).List, Three,
        ];
        foreach ((int width, int height, int scale) in ((int, int, int)[])[(640, 480, 2), (320, 240, 1), (960, 720, 2), (1920, 1080, 4), (400, 900, 1)])
        {
            foreach (ListPage page in pages)
            {
                for (int line = 0; line < page.Lines.Length; line++)
                {
                    ListLayout layout = new(width, height, scale, page, line);
                    PixelRect place = layout.LineRect(line);
                    Assert.InRange(line, layout.First, layout.First + layout.Shown - 1);
                    Assert.True(place.Bottom <= layout.FooterTop, $"'{page.Title}' line {line} runs into the footer at {width}x{height}");
                    Assert.Equal(line, layout.LineAt(place.X + 5, place.Y + place.Height / 2));
                    PixelRect tab = layout.TabRect(layout.Tab);
                    Assert.Equal(layout.Tab, layout.TabAt(tab.X + 1, tab.Y + 1));
                    Assert.True(tab.Right <= layout.Panel.Right, $"tab {page.Tab(layout.Tab)} runs out of '{page.Title}' at {width}x{height}");
                }
            }
        }
    }

    [Fact]
    public void At_640_by_480_no_name_meets_its_value_and_every_hint_is_whole()
    {
        foreach (ListPage page in (ListPage[])[MenuPage.Make(KeyMap.Default, ButtonMap.Default), HelpPage.Make(KeyMap.Default, ButtonMap.Default)])
        {
            int columns = new ListLayout(640, 480, 2, page, 0).Columns;
            Assert.All(page.Lines, line => Assert.True(line.Name.Length + line.Value.Length + 3 <= columns, $"'{line.Name}' meets '{line.Value}'"));
            Assert.True(page.Hint.Length <= columns, $"'{page.Hint}' is cut");
        }
    }

    private static ListLine[] Lines(int count) => [.. Enumerable.Range(0, count).Select(line => new ListLine($"line {line}", "value", "text"))];
}
