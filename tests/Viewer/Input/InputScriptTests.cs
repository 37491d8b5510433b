using System.Numerics;
using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class InputScriptTests
{
    [Fact]
    public void Keys_mouse_wheel_and_files_are_read_in_the_order_of_time()
    {
        IReadOnlyList<ScriptEvent> events = InputScript.Parse("""
            # a walk
            0.5 down W
            1.0 up W      # and let it coast
            0.2 press Esc
            2 click 100 50
            wheel -2.5
            drop my face.png
            """, "walk");
        Assert.Equal(
            [
                new ScriptEvent(0.2, ScriptEventKind.KeyDown, Key.Escape),
                new ScriptEvent(0.2, ScriptEventKind.KeyUp, Key.Escape),
                new ScriptEvent(0.5, ScriptEventKind.KeyDown, Key.W),
                new ScriptEvent(1.0, ScriptEventKind.KeyUp, Key.W),
                new ScriptEvent(2, ScriptEventKind.PointerMove, Position: new Vector2(100, 50)),
                new ScriptEvent(2, ScriptEventKind.PointerDown, Position: new Vector2(100, 50)),
                new ScriptEvent(2, ScriptEventKind.PointerUp, Position: new Vector2(100, 50)),
                new ScriptEvent(2, ScriptEventKind.Wheel, Amount: -2.5f),
                new ScriptEvent(2, ScriptEventKind.Drop, File: "my face.png"),
            ],
            events);
    }

    [Theory]
    [InlineData("0.5 down")]
    [InlineData("0.5 down Wxy")]
    [InlineData("fly W")]
    [InlineData("1 click 3")]
    [InlineData("1 wheel fast")]
    [InlineData("-1 press W")]
    [InlineData("1 press 65")]
    [InlineData("1.5")]
    public void A_line_that_is_not_understood_is_named(string line)
    {
        UsageException error = Assert.Throws<UsageException>(() => InputScript.Parse("0 press W\n" + line, "walk.txt"));
        Assert.StartsWith($"walk.txt, line 2: '{line}' is not understood", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_of_the_key_map_can_be_written()
    {
        foreach (Key key in Enum.GetValues<Command>().SelectMany(KeyMap.Default.Of))
        {
            Assert.Equal(key, InputScript.Parse($"down {key}", "keys")[0].Key);
        }
    }
}
