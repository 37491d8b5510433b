using LatentWalk.Tests.Counting;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class GamepadsTests
{
    private static readonly GamepadAxes Axes = new(0.18f);

    private readonly List<string> heard = [];
    private readonly Gamepads gamepads;

    public GamepadsTests() => gamepads = new Gamepads(command => heard.Add($"+{command}"), command => heard.Add($"-{command}"));

    [Theory]
    [InlineData(ButtonName.A, Command.Random)]
    [InlineData(ButtonName.B, Command.Undo)]
    [InlineData(ButtonName.X, Command.Keep)]
    [InlineData(ButtonName.Y, Command.AutoWalk)]
    [InlineData(ButtonName.LeftBumper, Command.Precise)]
    [InlineData(ButtonName.RightBumper, Command.Fast)]
    [InlineData(ButtonName.Back, Command.Grid)]
    [InlineData(ButtonName.Start, Command.Menu)]
    [InlineData(ButtonName.DPadUp, Command.Forward)]
    [InlineData(ButtonName.DPadLeft, Command.Left)]
    public void Buttons_do_what_the_help_says(ButtonName button, Command command)
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        pad.Press(button);
        Assert.Equal([$"+{command}", $"-{command}"], heard);
    }

    [Fact]
    public void Every_button_that_a_gamepad_has_means_something()
    {
        foreach (ButtonName button in Enum.GetValues<ButtonName>().Where(button => button != ButtonName.Unknown))
        {
            Assert.True(ButtonMap.Default.TryGet(button, out _), $"{button} does nothing");
        }
    }

    [Fact]
    public void A_pad_that_is_unplugged_while_a_button_is_held_lets_go_of_it()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        pad.Down(ButtonName.RightBumper);
        pad.Down(ButtonName.DPadUp);
        gamepads.Disconnect(pad);
        Assert.Equal(["+Fast", "+Forward"], heard[..2]);
        Assert.Equal(["-Fast", "-Forward"], heard[2..].Order());
        Assert.False(pad.IsHeard);
    }

    [Fact]
    public void A_pad_that_vanishes_without_a_word_is_let_go_at_the_next_reading()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        pad.Down(ButtonName.LeftBumper);
        pad.Push(0, 1, 0);
        pad.IsConnected = false;
        Assert.Equal(default, gamepads.Read(Axes));
        Assert.Equal(["+Precise", "-Precise"], heard);
        Assert.Equal(0, gamepads.Count);
    }

    [Fact]
    public void A_pad_that_comes_back_is_heard_once()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        gamepads.Disconnect(pad);
        gamepads.Connect(pad);
        gamepads.Connect(pad);
        pad.Press(ButtonName.A);
        Assert.Equal(["+Random", "-Random"], heard);
    }

    [Fact]
    public void Two_pads_fly_together_and_one_may_leave()
    {
        ScriptedGamepad first = new();
        ScriptedGamepad second = new();
        gamepads.Connect(first);
        gamepads.Connect(second);
        first.Push(0, 0, -1);
        second.Push(0, 1, 0);
        FlightInput both = gamepads.Read(Axes);
        Assert.Equal(1, both.Thrust.X, 1e-3f);
        Assert.Equal(1, both.Thrust.Y, 1e-3f);
        gamepads.Disconnect(first);
        FlightInput one = gamepads.Read(Axes);
        Assert.Equal(0, one.Thrust.X);
        Assert.Equal(1, one.Thrust.Y, 1e-3f);
    }

    [Fact]
    public void What_went_down_comes_up_though_the_button_was_given_to_another_command_meanwhile()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        pad.Down(ButtonName.RightBumper);
        gamepads.Map = new ButtonMap(new Dictionary<string, string[]> { ["Save"] = ["RightBumper"] });
        pad.Up(ButtonName.RightBumper);
        pad.Press(ButtonName.RightBumper);
        Assert.Equal(["+Fast", "-Fast", "+Save", "-Save"], heard);
    }

    [Fact]
    public void A_shake_is_short_and_ends_by_itself()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        Rumbling rumbling = new(gamepads);
        rumbling.Start();
        Assert.True(pad.Shaking > 0);
        rumbling.Advance(0.05);
        Assert.True(pad.Shaking > 0);
        rumbling.Advance(0.2);
        Assert.Equal(0, pad.Shaking);
    }

    [Fact]
    public void A_warm_reading_allocates_nothing()
    {
        ScriptedGamepad pad = new();
        gamepads.Connect(pad);
        pad.Push(0, 0.5f, 0.5f);
        Assert.Equal(0, Allocated.By(() => gamepads.Read(Axes)));
    }
}
