using System.Numerics;
using LatentWalk.Tests.Display;
using Silk.NET.Input;
using Xunit;

namespace LatentWalk.StandIns.Tests.Silk;

[Collection("window")]
public sealed class InputTests(WindowFixture fixture)
{
    [DisplayFact]
    public void Keys_go_down_and_up_by_name()
    {
        using var open = new OpenWindow(fixture.Display);
        open.Log.Clear();
        fixture.Display.Xdotool("key", "w");
        Assert.Equal(["down W", "char w", "up W"], open.Until("up W"));
        foreach ((string name, Key key) in ((string, Key)[])
            [("Left", Key.Left), ("space", Key.Space), ("Tab", Key.Tab), ("F1", Key.F1), ("F11", Key.F11), ("Escape", Key.Escape)])
        {
            fixture.Display.Xdotool("key", name);
            Assert.Contains($"down {key}", open.Until($"up {key}"));
        }
    }

    [DisplayFact]
    public void A_key_says_it_is_pressed_as_long_as_it_is_held()
    {
        using var open = new OpenWindow(fixture.Display);
        IKeyboard keyboard = open.Input.Keyboards[0];
        fixture.Display.Xdotool("keydown", "Shift_L", "keydown", "d");
        open.Until("down D");
        Assert.True(keyboard.IsKeyPressed(Key.D));
        Assert.True(keyboard.IsKeyPressed(Key.ShiftLeft));
        Assert.False(keyboard.IsKeyPressed(Key.A));
        Assert.False(keyboard.IsKeyPressed(Key.Unknown));
        fixture.Display.Xdotool("keyup", "d", "keyup", "Shift_L");
        open.Until("up ShiftLeft");
        Assert.False(keyboard.IsKeyPressed(Key.D));
    }

    [DisplayFact]
    public void A_held_key_repeats_as_text_but_goes_down_only_once()
    {
        using var open = new OpenWindow(fixture.Display);
        open.Log.Clear();
        fixture.Display.Xdotool("keydown", "q");
        Assert.True(open.Pump(() => open.Log.Count(entry => entry == "char q") >= 3));
        fixture.Display.Xdotool("keyup", "q");
        Assert.Single(open.Until("up Q"), "down Q");
    }

    [DisplayFact]
    public void The_mouse_moves_clicks_and_scrolls()
    {
        using var open = new OpenWindow(fixture.Display);
        string window = open.XWindow.ToString();
        fixture.Display.Xdotool("mousemove", "--window", window, "100", "100");
        open.Until("at 100,100");
        Assert.Equal(new Vector2(100, 100), open.Input.Mice[0].Position);

        fixture.Display.Xdotool("mousedown", "1");
        open.Until("press Left");
        Assert.True(open.Input.Mice[0].IsButtonPressed(MouseButton.Left));
        fixture.Display.Xdotool("mousemove_relative", "--", "30", "-20");
        open.Until("at 130,80");
        fixture.Display.Xdotool("mouseup", "1");
        open.Until("release Left");
        Assert.False(open.Input.Mice[0].IsButtonPressed(MouseButton.Left));

        fixture.Display.Xdotool("click", "3");
        Assert.Equal(["press Right", "release Right"], open.Until("release Right"));
        fixture.Display.Xdotool("click", "2");
        open.Until("release Middle");
        fixture.Display.Xdotool("click", "4");
        Assert.Equal(["scroll 0,1"], open.Until("scroll 0,1"));
        fixture.Display.Xdotool("click", "5");
        open.Until("scroll 0,-1");
        fixture.Display.Xdotool("click", "6");
        open.Until("scroll 1,0");
    }

    [DisplayFact]
    public void Nothing_is_raised_after_the_input_context_is_disposed()
    {
        using var open = new OpenWindow(fixture.Display);
        open.Input.Dispose();
        open.Log.Clear();
        fixture.Display.Xdotool("key", "w");
        fixture.Display.Xdotool("windowsize", open.XWindow.ToString(), "410", "310");
        Assert.DoesNotContain(open.Until("resize 410x310"), entry => entry.Contains('W', StringComparison.Ordinal));
    }

    [DisplayFact]
    public void There_is_one_keyboard_one_mouse_and_no_gamepad_that_is_not_connected()
    {
        using var open = new OpenWindow(fixture.Display);
        Assert.Single(open.Input.Keyboards);
        Assert.Single(open.Input.Mice);
        Assert.All(open.Input.Gamepads, gamepad => Assert.True(gamepad.IsConnected));
    }
}
