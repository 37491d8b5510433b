using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace Silk.NET.GLFW;

/// <summary>
/// GLFW's window callbacks as calls on the window they belong to. An exception thrown by a handler must not
/// cross GLFW's frames: it is kept and thrown again where events are polled.
/// </summary>
internal static unsafe class GlfwCallbacks
{
    private static readonly Dictionary<nint, GlfwWindow> Windows = [];
    private static ExceptionDispatchInfo? failure;

    internal static void Attach(GlfwWindow window)
    {
        nint handle = window.Handle;
        Windows.Add(handle, window);
        GlfwNative.glfwSetWindowPosCallback(handle, &OnMove);
        GlfwNative.glfwSetWindowSizeCallback(handle, &OnSize);
        GlfwNative.glfwSetFramebufferSizeCallback(handle, &OnFramebufferSize);
        GlfwNative.glfwSetWindowCloseCallback(handle, &OnClose);
        GlfwNative.glfwSetWindowRefreshCallback(handle, &OnRefresh);
        GlfwNative.glfwSetWindowFocusCallback(handle, &OnFocus);
        GlfwNative.glfwSetWindowIconifyCallback(handle, &OnIconify);
        GlfwNative.glfwSetWindowMaximizeCallback(handle, &OnMaximize);
        GlfwNative.glfwSetDropCallback(handle, &OnDrop);
    }

    internal static void Detach(nint handle) => Windows.Remove(handle);

    internal static void ThrowKept()
    {
        ExceptionDispatchInfo? kept = failure;
        failure = null;
        kept?.Throw();
    }

    /// <summary>Runs <paramref name="action"/> on the window of <paramref name="handle"/>, keeping what it throws.</summary>
    internal static void On<T>(nint handle, T argument, Action<GlfwWindow, T> action)
    {
        if (!Windows.TryGetValue(handle, out GlfwWindow? window))
        {
            return;
        }

        try
        {
            action(window, argument);
        }
        catch (Exception thrown)
        {
            failure ??= ExceptionDispatchInfo.Capture(thrown);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnMove(nint handle, int x, int y) =>
        On(handle, new Vector2D<int>(x, y), static (window, position) => window.RaiseMove(position));

    [UnmanagedCallersOnly]
    private static void OnSize(nint handle, int width, int height) =>
        On(handle, new Vector2D<int>(width, height), static (window, size) => window.RaiseResize(size));

    [UnmanagedCallersOnly]
    private static void OnFramebufferSize(nint handle, int width, int height) =>
        On(handle, new Vector2D<int>(width, height), static (window, size) => window.RaiseFramebufferResize(size));

    [UnmanagedCallersOnly]
    private static void OnClose(nint handle) => On(handle, 0, static (window, _) => window.RaiseClosing());

    [UnmanagedCallersOnly]
    private static void OnRefresh(nint handle) => On(handle, 0, static (window, _) => window.RunFrameAgain());

    [UnmanagedCallersOnly]
    private static void OnFocus(nint handle, int focused) =>
        On(handle, focused != 0, static (window, value) => window.RaiseFocusChanged(value));

    [UnmanagedCallersOnly]
    private static void OnIconify(nint handle, int iconified) =>
        On(handle, iconified != 0 ? WindowState.Minimized : WindowState.Normal, static (window, state) => window.RaiseStateChanged(state));

    [UnmanagedCallersOnly]
    private static void OnMaximize(nint handle, int maximized) =>
        On(handle, maximized != 0 ? WindowState.Maximized : WindowState.Normal, static (window, state) => window.RaiseStateChanged(state));

    [UnmanagedCallersOnly]
    private static void OnDrop(nint handle, int count, byte** paths)
    {
        string[] names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = Marshal.PtrToStringUTF8((nint)paths[i]) ?? "";
        }

        On(handle, names, static (window, files) => window.RaiseFileDrop(files));
    }
}
