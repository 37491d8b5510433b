using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace Silk.NET.GLFW;

/// <summary>Properties: before Initialize they are the options, afterwards the window's own state.</summary>
internal sealed partial class GlfwWindow
{
    private Vector2D<int> windowedPosition;
    private Vector2D<int> windowedSize;
    private GlfwMonitor? monitor;

    public bool ShouldSwapAutomatically
    {
        get => options.ShouldSwapAutomatically;
        set => options.ShouldSwapAutomatically = value;
    }

    public double FramesPerSecond
    {
        get => options.FramesPerSecond;
        set => options.FramesPerSecond = value;
    }

    public double UpdatesPerSecond
    {
        get => options.UpdatesPerSecond;
        set => options.UpdatesPerSecond = value;
    }

    public GraphicsAPI API => options.API;

    public int? PreferredDepthBufferBits => options.PreferredDepthBufferBits;

    public int? PreferredStencilBufferBits => options.PreferredStencilBufferBits;

    public bool VSync
    {
        get => options.VSync;
        set
        {
            options.VSync = value;
            swapIntervalStale = true;
        }
    }

    public bool IsClosing
    {
        get => !IsInitialized || GlfwNative.glfwWindowShouldClose(Handle) != 0;
        set => GlfwNative.glfwSetWindowShouldClose(Handle, value ? 1 : 0);
    }

    public bool IsVisible
    {
        get => IsInitialized ? GlfwNative.glfwGetWindowAttrib(Handle, GlfwConstant.Visible) != 0 : options.IsVisible;
        set
        {
            options.IsVisible = value;
            if (!IsInitialized)
            {
                return;
            }

            if (value)
            {
                GlfwNative.glfwShowWindow(Handle);
            }
            else
            {
                GlfwNative.glfwHideWindow(Handle);
            }
        }
    }

    public Vector2D<int> Size
    {
        get
        {
            if (!IsInitialized)
            {
                return options.Size;
            }

            GlfwNative.glfwGetWindowSize(Handle, out int width, out int height);
            return new Vector2D<int>(width, height);
        }

        set
        {
            options.Size = value;
            if (IsInitialized)
            {
                GlfwNative.glfwSetWindowSize(Handle, value.X, value.Y);
            }
        }
    }

    public Vector2D<int> Position
    {
        get
        {
            if (!IsInitialized)
            {
                return options.Position;
            }

            GlfwNative.glfwGetWindowPos(Handle, out int x, out int y);
            return new Vector2D<int>(x, y);
        }

        set
        {
            options.Position = value;
            if (IsInitialized)
            {
                GlfwNative.glfwSetWindowPos(Handle, value.X, value.Y);
            }
        }
    }

    public Vector2D<int> FramebufferSize
    {
        get
        {
            if (!IsInitialized)
            {
                return options.Size;
            }

            GlfwNative.glfwGetFramebufferSize(Handle, out int width, out int height);
            return new Vector2D<int>(width, height);
        }
    }

    public string Title
    {
        get => options.Title;
        set
        {
            options.Title = value;
            if (IsInitialized)
            {
                GlfwNative.glfwSetWindowTitle(Handle, value);
            }
        }
    }

    public WindowBorder WindowBorder
    {
        get => options.WindowBorder;
        set
        {
            options.WindowBorder = value;
            if (IsInitialized)
            {
                GlfwNative.glfwSetWindowAttrib(Handle, GlfwConstant.Decorated, value == WindowBorder.Hidden ? 0 : 1);
                GlfwNative.glfwSetWindowAttrib(Handle, GlfwConstant.Resizable, value == WindowBorder.Resizable ? 1 : 0);
            }
        }
    }

    public IMonitor? Monitor
    {
        get => monitor ??= GlfwNative.glfwGetPrimaryMonitor() is var handle and not 0 ? new GlfwMonitor(handle) : null;
        set => monitor = (GlfwMonitor?)value;
    }

    public WindowState WindowState
    {
        get => options.WindowState;
        set
        {
            WindowState before = options.WindowState;
            if (IsInitialized && before != value)
            {
                Leave(before, value);
                Enter(value);
            }

            options.WindowState = value;
        }
    }

    private void Leave(WindowState before, WindowState after)
    {
        if (before == WindowState.Fullscreen)
        {
            GlfwNative.glfwSetWindowMonitor(Handle, 0, windowedPosition.X, windowedPosition.Y, windowedSize.X, windowedSize.Y, -1);
        }
        else if (before is WindowState.Minimized or WindowState.Maximized && after != WindowState.Fullscreen)
        {
            GlfwNative.glfwRestoreWindow(Handle);
        }
    }

    private void Enter(WindowState state)
    {
        switch (state)
        {
            case WindowState.Minimized:
                GlfwNative.glfwIconifyWindow(Handle);
                break;
            case WindowState.Maximized:
                GlfwNative.glfwMaximizeWindow(Handle);
                break;
            case WindowState.Fullscreen:
                EnterFullscreen();
                break;
            default:
                break;
        }
    }

    private void EnterFullscreen()
    {
        if (Monitor is not GlfwMonitor screen)
        {
            return;
        }

        windowedPosition = Position;
        windowedSize = Size;
        Rectangle<int> bounds = screen.Bounds;
        GlfwNative.glfwSetWindowMonitor(Handle, screen.Handle, 0, 0, bounds.Size.X, bounds.Size.Y, -1);
    }
}
