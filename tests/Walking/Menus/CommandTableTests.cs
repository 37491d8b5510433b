using LatentWalk.Walking.Menus;

namespace LatentWalk.Walking.Tests.Menus;

public sealed class CommandTableTests
{
    [Fact]
    public void Every_command_is_in_the_table_once_with_words_that_fit_a_line()
    {
        Assert.Equal(Enum.GetValues<Command>().Order(), CommandTable.All.Select(info => info.Command).Order());
        Assert.All(CommandTable.All, info =>
        {
            Assert.InRange(info.Name.Length, 2, 20);
            Assert.InRange(info.Text.Length, 5, 60);
            Assert.EndsWith(".", info.Sentence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Groups_lie_together_and_their_lines_are_found()
    {
        int lines = 0;
        foreach (MenuGroup group in Enum.GetValues<MenuGroup>())
        {
            (int first, int count) = CommandTable.Lines(group);
            Assert.Equal(lines, first);
            Assert.All(CommandTable.All.Skip(first).Take(count), info => Assert.Equal(group, info.Group));
            lines += count;
        }

        Assert.Equal(CommandTable.All.Count, lines);
    }

    [Theory]
    [InlineData(0, 10, 100, 0)]
    [InlineData(50, 10, 100, 45)]
    [InlineData(99, 10, 100, 90)]
    [InlineData(3, 10, 5, 0)]
    public void The_chosen_line_stays_in_sight(int line, int room, int count, int first) =>
        Assert.Equal(first, MenuCursor.FirstShown(line, room, count));

    [Fact]
    public void Hands_that_fly_also_move_through_lists()
    {
        Assert.Equal(MenuStep.Up, MenuSteps.Of(Command.Forward));
        Assert.Equal(MenuStep.Choose, MenuSteps.Of(Command.Random));
        Assert.Equal(MenuStep.Close, MenuSteps.Of(Command.Undo));
        Assert.Equal(MenuStep.None, MenuSteps.Of(Command.Save));
    }
}
