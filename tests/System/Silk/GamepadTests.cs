using Silk.NET.GLFW;
using Silk.NET.Input;
using Xunit;

namespace LatentWalk.StandIns.Tests.Silk;

/// <summary>No machine of the build has a gamepad: states as GLFW reports them are given by hand.</summary>
public sealed unsafe class GamepadTests
{
    private readonly GlfwGamepad gamepad = new(2);
    private readonly List<string> log = [];

    public GamepadTests()
    {
        gamepad.ButtonDown += (_, button) => log.Add($"down {button.Name}");
        gamepad.ButtonUp += (_, button) => log.Add($"up {button.Name}");
        gamepad.ThumbstickMoved += (_, stick) => log.Add($"stick {stick.Index} {stick.X} {stick.Y}");
        gamepad.TriggerMoved += (_, trigger) => log.Add($"trigger {trigger.Index} {trigger.Position}");
    }

    [Fact]
    public void Only_what_changes_is_raised()
    {
        gamepad.Apply(Resting());
        Assert.Empty(log);
        GlfwGamepadState held = Resting();
        held.Buttons[(int)ButtonName.A] = 1;
        held.Buttons[(int)ButtonName.DPadLeft] = 1;
        held.Axes[0] = -0.5f;
        held.Axes[3] = 1;
        held.Axes[5] = 0.25f;
        gamepad.Apply(held);
        Assert.Equal(["down A", "down DPadLeft", "stick 0 -0.5 0", "stick 1 0 1", "trigger 1 0.25"], log);
        log.Clear();
        gamepad.Apply(held);
        Assert.Empty(log);
        gamepad.Apply(Resting());
        Assert.Equal(["up A", "up DPadLeft", "stick 0 0 0", "stick 1 0 0", "trigger 1 -1"], log);
    }

    [Fact]
    public void The_state_can_be_asked_for_as_well()
    {
        GlfwGamepadState state = Resting();
        state.Axes[2] = 0.6f;
        state.Axes[3] = -0.8f;
        state.Buttons[(int)ButtonName.Start] = 1;
        gamepad.Apply(state);
        Assert.True(gamepad.IsConnected);
        Assert.Equal(2, gamepad.Index);
        Assert.Equal(15, gamepad.Buttons.Count);
        Assert.True(gamepad.Buttons[(int)ButtonName.Start].Pressed);
        Assert.Equal(1, gamepad.Thumbsticks[1].Position, 5);
        Assert.Equal(-1, gamepad.Triggers[0].Position);
    }

    private static GlfwGamepadState Resting()
    {
        GlfwGamepadState state = default;
        state.Axes[4] = -1;
        state.Axes[5] = -1;
        return state;
    }
}
