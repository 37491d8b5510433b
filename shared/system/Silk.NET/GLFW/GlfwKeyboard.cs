using Silk.NET.Input;

namespace Silk.NET.GLFW;

/// <summary>The keys of one window. Repeats raise KeyChar only.</summary>
internal sealed class GlfwKeyboard(nint window) : IKeyboard
{
    public event Action<IKeyboard, Key, int>? KeyDown;

    public event Action<IKeyboard, Key, int>? KeyUp;

    public event Action<IKeyboard, char>? KeyChar;

    public string Name => "GLFW keyboard";

    public int Index => 0;

    public bool IsConnected => true;

    public bool IsKeyPressed(Key key) => key != Key.Unknown && GlfwNative.glfwGetKey(window, (int)key) == GlfwConstant.Press;

    internal void RaiseKey(int key, int scancode, int action)
    {
        if (action == GlfwConstant.Press)
        {
            KeyDown?.Invoke(this, (Key)key, scancode);
        }
        else if (action == GlfwConstant.Release)
        {
            KeyUp?.Invoke(this, (Key)key, scancode);
        }
    }

    internal void RaiseChar(uint codePoint) => KeyChar?.Invoke(this, (char)codePoint);
}
