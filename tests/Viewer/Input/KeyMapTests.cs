using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class KeyMapTests
{
    [Fact]
    public void Every_command_has_a_key_and_a_line_in_the_help()
    {
        foreach (Command command in Enum.GetValues<Command>())
        {
            Assert.NotEmpty(KeyMap.Default.Of(command));
            Assert.NotEmpty(KeyMap.Default.Caption(command));
            Assert.Equal(command, CommandTable.Of(command).Command);
        }
    }

    [Fact]
    public void Every_key_does_what_its_command_says_and_none_is_bound_twice()
    {
        HashSet<Key> seen = [];
        foreach (Command command in Enum.GetValues<Command>())
        {
            foreach (Key key in KeyMap.Default.Of(command))
            {
                Assert.True(seen.Add(key), $"{key} is bound twice");
                Assert.True(KeyMap.Default.TryGet(key, out Command found), $"{key} is bound to nothing");
                Assert.Equal(command, found);
            }
        }
    }

    [Theory]
    [InlineData(Command.Forward, "W / UP")]
    [InlineData(Command.Fast, "SHIFT")]
    [InlineData(Command.TruncationUp, "+ / PAGE UP / PAD +")]
    [InlineData(Command.Bookmark3, "3")]
    [InlineData(Command.PreviousAxes, "[")]
    [InlineData(Command.Pick, "ENTER / PAD ENTER")]
    public void Captions_are_what_is_printed_on_the_keys(Command command, string caption) =>
        Assert.Equal(caption, KeyMap.Default.Caption(command));

    [Fact]
    public void A_key_given_to_another_command_is_taken_from_its_usual_one()
    {
        KeyMap map = new(new Dictionary<string, string[]> { ["Save"] = ["W"] });
        Assert.True(map.TryGet(Key.W, out Command command));
        Assert.Equal(Command.Save, command);
        Assert.False(map.TryGet(Key.P, out _));
        Assert.Equal("UP", map.Caption(Command.Forward));
    }

    [Fact]
    public void Every_name_of_a_key_leads_back_to_it()
    {
        foreach (Key key in Enum.GetValues<Key>().Where(key => key != Key.Unknown))
        {
            Assert.True(KeyNames.TryKey(KeyNames.Name(key), out Key back), $"{KeyNames.Name(key)} is no key");
            Assert.Equal(key, back);
        }
    }

    [Theory]
    [InlineData("Sav", "W", "keys names a command 'Sav' that does not exist")]
    [InlineData("Save", "Wxy", "keys.Save names 'Wxy', which is none of the keys")]
    [InlineData("Save", "65", "keys.Save names '65', which is none of the keys")]
    [InlineData("0", "W", "keys names a command '0' that does not exist")]
    public void What_a_settings_file_gets_wrong_is_named(string command, string key, string problem) =>
        Assert.Equal([problem], KeyMap.Problems(new Dictionary<string, string[]> { [command] = [key] }));

    [Fact]
    public void One_key_for_two_commands_and_a_program_without_a_way_out_are_named()
    {
        Assert.Equal(
            ["'W' is given to both Keep and Save in keys"],
            KeyMap.Problems(new SortedDictionary<string, string[]> { ["Save"] = ["W"], ["Keep"] = ["W"] }));
        Assert.Equal(["keys leaves Cancel without any key"], KeyMap.Problems(new Dictionary<string, string[]> { ["Cancel"] = [] }));
    }
}
