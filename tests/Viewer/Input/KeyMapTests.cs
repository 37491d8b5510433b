using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class KeyMapTests
{
    [Fact]
    public void Every_command_has_a_key_and_a_line_in_the_help()
    {
        foreach (Command command in Enum.GetValues<Command>())
        {
            KeyBinding binding = Assert.Single(KeyMap.Bindings, binding => binding.Command == command);
            Assert.NotEmpty(binding.Keys);
            Assert.NotEmpty(binding.Text);
        }
    }

    [Fact]
    public void Every_key_in_the_help_does_what_its_line_says()
    {
        foreach (KeyBinding binding in KeyMap.Bindings)
        {
            foreach (Key key in binding.Keys)
            {
                Assert.True(KeyMap.TryGet(key, out Command command), $"{key} is bound to nothing");
                Assert.Equal(binding.Command, command);
            }
        }
    }

    [Fact]
    public void Every_caption_names_keys_that_are_bound()
    {
        Dictionary<string, Key> names = new(StringComparer.Ordinal)
        {
            ["UP"] = Key.Up, ["DOWN"] = Key.Down, ["LEFT"] = Key.Left, ["RIGHT"] = Key.Right, ["SHIFT"] = Key.ShiftLeft,
            ["CTRL"] = Key.ControlLeft, ["SPACE"] = Key.Space, ["TAB"] = Key.Tab, ["ENTER"] = Key.Enter,
            ["BACKSPACE"] = Key.Backspace, ["+"] = Key.Equal, ["-"] = Key.Minus, ["PAGE UP"] = Key.PageUp,
            ["PAGE DOWN"] = Key.PageDown, ["ESC"] = Key.Escape, ["MENU"] = Key.Menu, ["["] = Key.LeftBracket,
            ["]"] = Key.RightBracket, ["."] = Key.Period, [","] = Key.Comma,
        };
        foreach (KeyBinding binding in KeyMap.Bindings)
        {
            foreach (string caption in binding.Caption.Split(" / "))
            {
                Key key = names.TryGetValue(caption, out Key named) ? named
                    : char.IsAsciiDigit(caption[0]) ? Key.Number0 + (caption[0] - '0') : Enum.Parse<Key>(caption);
                Assert.Contains(key, binding.Keys);
            }
        }
    }

    [Fact]
    public void No_key_is_bound_twice() =>
        Assert.Equal(
            KeyMap.Bindings.Sum(binding => binding.Keys.Count),
            KeyMap.Bindings.SelectMany(binding => binding.Keys).Distinct().Count());
}
