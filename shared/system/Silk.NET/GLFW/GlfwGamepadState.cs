namespace Silk.NET.GLFW;

/// <summary>GLFWgamepadstate: 15 buttons in the order of ButtonName; axes left x, y, right x, y, left and right trigger, each in [-1, 1].</summary>
internal unsafe struct GlfwGamepadState
{
    internal const int ButtonCount = 15;
    internal const int AxisCount = 6;

    internal fixed byte Buttons[ButtonCount];
    internal fixed float Axes[AxisCount];
}
