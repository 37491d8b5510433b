using System.Numerics;
using Silk.NET.Input;

namespace Silk.NET.GLFW;

/// <summary>The pointer over one window, in window coordinates with the origin at the top left.</summary>
internal sealed class GlfwMouse(nint window) : IMouse
{
    public event Action<IMouse, MouseButton>? MouseDown;

    public event Action<IMouse, MouseButton>? MouseUp;

    public event Action<IMouse, Vector2>? MouseMove;

    public event Action<IMouse, ScrollWheel>? Scroll;

    public string Name => "GLFW mouse";

    public int Index => 0;

    public bool IsConnected => true;

    public Vector2 Position
    {
        get
        {
            GlfwNative.glfwGetCursorPos(window, out double x, out double y);
            return new Vector2((float)x, (float)y);
        }

        set => GlfwNative.glfwSetCursorPos(window, value.X, value.Y);
    }

    public bool IsButtonPressed(MouseButton btn) =>
        btn is >= MouseButton.Left and <= MouseButton.Button8
        && GlfwNative.glfwGetMouseButton(window, (int)btn) == GlfwConstant.Press;

    internal void RaiseButton(int button, int action)
    {
        if (action == GlfwConstant.Press)
        {
            MouseDown?.Invoke(this, (MouseButton)button);
        }
        else
        {
            MouseUp?.Invoke(this, (MouseButton)button);
        }
    }

    internal void RaiseMove(Vector2 position) => MouseMove?.Invoke(this, position);

    internal void RaiseScroll(ScrollWheel wheel) => Scroll?.Invoke(this, wheel);
}
