using System.Numerics;
using System.Runtime.InteropServices;
using Silk.NET.Input;

namespace Silk.NET.GLFW;

/// <summary>GLFW's input callbacks as calls on the devices of the window they belong to.</summary>
internal static unsafe class GlfwInputCallbacks
{
    internal static void Attach(GlfwWindow window, GlfwKeyboard keyboard, GlfwMouse mouse)
    {
        window.Keyboard = keyboard;
        window.Mouse = mouse;
        GlfwNative.glfwSetKeyCallback(window.Handle, &OnKey);
        GlfwNative.glfwSetCharCallback(window.Handle, &OnChar);
        GlfwNative.glfwSetMouseButtonCallback(window.Handle, &OnMouseButton);
        GlfwNative.glfwSetCursorPosCallback(window.Handle, &OnCursorPosition);
        GlfwNative.glfwSetScrollCallback(window.Handle, &OnScroll);
    }

    internal static void Detach(GlfwWindow window)
    {
        window.Keyboard = null;
        window.Mouse = null;
    }

    [UnmanagedCallersOnly]
    private static void OnKey(nint window, int key, int scancode, int action, int modifiers) =>
        GlfwCallbacks.On(window, (key, scancode, action), static (w, a) => w.Keyboard?.RaiseKey(a.key, a.scancode, a.action));

    [UnmanagedCallersOnly]
    private static void OnChar(nint window, uint codePoint) =>
        GlfwCallbacks.On(window, codePoint, static (w, c) => w.Keyboard?.RaiseChar(c));

    [UnmanagedCallersOnly]
    private static void OnMouseButton(nint window, int button, int action, int modifiers) =>
        GlfwCallbacks.On(window, (button, action), static (w, a) => w.Mouse?.RaiseButton(a.button, a.action));

    [UnmanagedCallersOnly]
    private static void OnCursorPosition(nint window, double x, double y) =>
        GlfwCallbacks.On(window, new Vector2((float)x, (float)y), static (w, p) => w.Mouse?.RaiseMove(p));

    [UnmanagedCallersOnly]
    private static void OnScroll(nint window, double x, double y) =>
        GlfwCallbacks.On(window, new ScrollWheel((float)x, (float)y), static (w, s) => w.Mouse?.RaiseScroll(s));
}
