using System.Runtime.InteropServices;

namespace Silk.NET.GLFW;

/// <summary>The entry points of GLFW 3.3 that the stand-in calls. Strings are UTF-8, window and monitor handles are opaque.</summary>
internal static unsafe partial class GlfwNative
{
    private const string Library = "glfw";

    [LibraryImport(Library)]
    internal static partial int glfwInit();

    [LibraryImport(Library)]
    internal static partial int glfwGetError(byte** description);

    [LibraryImport(Library)]
    internal static partial void glfwInitHint(int hint, int value);

    [LibraryImport(Library)]
    internal static partial void glfwDefaultWindowHints();

    [LibraryImport(Library)]
    internal static partial void glfwWindowHint(int hint, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint glfwCreateWindow(int width, int height, string title, nint monitor, nint share);

    [LibraryImport(Library)]
    internal static partial void glfwDestroyWindow(nint window);

    [LibraryImport(Library)]
    internal static partial int glfwWindowShouldClose(nint window);

    [LibraryImport(Library)]
    internal static partial void glfwSetWindowShouldClose(nint window, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void glfwSetWindowTitle(nint window, string title);

    [LibraryImport(Library)]
    internal static partial void glfwGetWindowPos(nint window, out int x, out int y);

    [LibraryImport(Library)]
    internal static partial void glfwSetWindowPos(nint window, int x, int y);

    [LibraryImport(Library)]
    internal static partial void glfwGetWindowSize(nint window, out int width, out int height);

    [LibraryImport(Library)]
    internal static partial void glfwSetWindowSize(nint window, int width, int height);

    [LibraryImport(Library)]
    internal static partial void glfwGetFramebufferSize(nint window, out int width, out int height);

    [LibraryImport(Library)]
    internal static partial void glfwIconifyWindow(nint window);

    [LibraryImport(Library)]
    internal static partial void glfwRestoreWindow(nint window);

    [LibraryImport(Library)]
    internal static partial void glfwMaximizeWindow(nint window);

    [LibraryImport(Library)]
    internal static partial void glfwShowWindow(nint window);

    [LibraryImport(Library)]
    internal static partial void glfwHideWindow(nint window);

    [LibraryImport(Library)]
    internal static partial int glfwGetWindowAttrib(nint window, int attribute);

    [LibraryImport(Library)]
    internal static partial void glfwSetWindowAttrib(nint window, int attribute, int value);

    [LibraryImport(Library)]
    internal static partial void glfwSetWindowMonitor(nint window, nint monitor, int x, int y, int width, int height, int refreshRate);

    [LibraryImport(Library)]
    internal static partial nint glfwGetPrimaryMonitor();

    [LibraryImport(Library)]
    internal static partial nint* glfwGetMonitors(out int count);

    [LibraryImport(Library)]
    internal static partial byte* glfwGetMonitorName(nint monitor);

    [LibraryImport(Library)]
    internal static partial void glfwGetMonitorPos(nint monitor, out int x, out int y);

    [LibraryImport(Library)]
    internal static partial GlfwVideoMode* glfwGetVideoMode(nint monitor);

    [LibraryImport(Library)]
    internal static partial void glfwPollEvents();

    [LibraryImport(Library)]
    internal static partial void glfwMakeContextCurrent(nint window);

    [LibraryImport(Library)]
    internal static partial nint glfwGetCurrentContext();

    [LibraryImport(Library)]
    internal static partial void glfwSwapInterval(int interval);

    [LibraryImport(Library)]
    internal static partial void glfwSwapBuffers(nint window);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint glfwGetProcAddress(string name);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowPosCallback(nint window, delegate* unmanaged<nint, int, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowSizeCallback(nint window, delegate* unmanaged<nint, int, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetFramebufferSizeCallback(nint window, delegate* unmanaged<nint, int, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowCloseCallback(nint window, delegate* unmanaged<nint, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowRefreshCallback(nint window, delegate* unmanaged<nint, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowFocusCallback(nint window, delegate* unmanaged<nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowIconifyCallback(nint window, delegate* unmanaged<nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetWindowMaximizeCallback(nint window, delegate* unmanaged<nint, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetDropCallback(nint window, delegate* unmanaged<nint, int, byte**, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetKeyCallback(nint window, delegate* unmanaged<nint, int, int, int, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetCharCallback(nint window, delegate* unmanaged<nint, uint, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetMouseButtonCallback(nint window, delegate* unmanaged<nint, int, int, int, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetCursorPosCallback(nint window, delegate* unmanaged<nint, double, double, void> callback);

    [LibraryImport(Library)]
    internal static partial nint glfwSetScrollCallback(nint window, delegate* unmanaged<nint, double, double, void> callback);

    [LibraryImport(Library)]
    internal static partial int glfwGetKey(nint window, int key);

    [LibraryImport(Library)]
    internal static partial int glfwGetMouseButton(nint window, int button);

    [LibraryImport(Library)]
    internal static partial void glfwGetCursorPos(nint window, out double x, out double y);

    [LibraryImport(Library)]
    internal static partial void glfwSetCursorPos(nint window, double x, double y);

    [LibraryImport(Library)]
    internal static partial int glfwJoystickIsGamepad(int joystick);

    [LibraryImport(Library)]
    internal static partial byte* glfwGetGamepadName(int joystick);

    [LibraryImport(Library)]
    internal static partial int glfwGetGamepadState(int joystick, GlfwGamepadState* state);
}
