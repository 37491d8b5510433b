using System.Diagnostics;
using Silk.NET.Core.Contexts;
using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace Silk.NET.GLFW;

/// <summary>One GLFW window with its context. Used on the main thread only.</summary>
internal sealed unsafe partial class GlfwWindow(WindowOptions options) : IWindow
{
    private readonly Stopwatch clock = new();
    private readonly Stopwatch sinceUpdate = new();
    private readonly Stopwatch sinceRender = new();
    private WindowOptions options = options;
    private GlfwContext? context;
    private Action? onFrame;
    private bool swapIntervalStale;
    private bool insideEvents;
    private bool insideRender;

    public event Action<Vector2D<int>>? Resize;

    public event Action<Vector2D<int>>? FramebufferResize;

    public event Action<Vector2D<int>>? Move;

    public event Action<WindowState>? StateChanged;

    public event Action<string[]>? FileDrop;

    public event Action<bool>? FocusChanged;

    public event Action? Closing;

    public event Action? Load;

    public event Action<double>? Update;

    public event Action<double>? Render;

    /// <summary>Raised at the end of each DoEvents, for what GLFW has no callback for (gamepads).</summary>
    internal event Action? Polled;

    public nint Handle { get; private set; }

    internal GlfwKeyboard? Keyboard { get; set; }

    internal GlfwMouse? Mouse { get; set; }

    public bool IsInitialized => Handle != 0;

    public double Time => clock.Elapsed.TotalSeconds;

    public IGLContext? GLContext =>
        options.API.API is ContextAPI.None or ContextAPI.Vulkan ? null
        : context ?? throw new InvalidOperationException(
            "OpenGL functions can only be used after initialization of the window, that is in or after Load.");

    public void Initialize()
    {
        if (IsInitialized)
        {
            return;
        }

        Handle = GlfwWindowMaker.Make(options);
        GlfwCallbacks.Attach(this);
        if (options.API.API is not (ContextAPI.None or ContextAPI.Vulkan))
        {
            context = new GlfwContext(Handle, this);
            context.MakeCurrent();
        }

        if (options.WindowState == WindowState.Fullscreen)
        {
            EnterFullscreen();
        }
        else
        {
            GlfwNative.glfwSetWindowPos(Handle, options.Position.X, options.Position.Y);
        }

        swapIntervalStale = true;
        clock.Restart();
        sinceUpdate.Restart();
        sinceRender.Restart();
        Load?.Invoke();
    }

    public void Run(Action onFrame)
    {
        this.onFrame = onFrame;
        try
        {
            while (!IsClosing)
            {
                onFrame();
            }
        }
        finally
        {
            this.onFrame = null;
        }
    }

    public void DoEvents()
    {
        if (insideEvents || !IsInitialized)
        {
            return;
        }

        insideEvents = true;
        try
        {
            GlfwNative.glfwPollEvents();
            Polled?.Invoke();
        }
        finally
        {
            insideEvents = false;
        }

        GlfwCallbacks.ThrowKept();
    }

    public void DoUpdate()
    {
        double seconds = sinceUpdate.Elapsed.TotalSeconds;
        if (UpdatesPerSecond <= 0 || seconds >= 1 / UpdatesPerSecond)
        {
            sinceUpdate.Restart();
            Update?.Invoke(seconds);
        }
    }

    public void DoRender()
    {
        double seconds = sinceRender.Elapsed.TotalSeconds;
        if (!IsInitialized || (!VSync && FramesPerSecond > 0 && seconds < 1 / FramesPerSecond))
        {
            return;
        }

        sinceRender.Restart();
        PrepareContext();
        insideRender = true;
        try
        {
            Render?.Invoke(seconds);
        }
        finally
        {
            insideRender = false;
        }

        if (ShouldSwapAutomatically)
        {
            context?.SwapBuffers();
        }
    }

    public void Close()
    {
        RaiseClosing();
        GlfwNative.glfwSetWindowShouldClose(Handle, 1);
    }

    public void Reset()
    {
        if (!IsInitialized)
        {
            return;
        }

        if (insideRender)
        {
            throw new InvalidOperationException("A window cannot be reset inside its own Render.");
        }

        context?.Clear();
        context = null;
        GlfwCallbacks.Detach(Handle);
        GlfwNative.glfwDestroyWindow(Handle);
        Handle = 0;
        clock.Reset();
    }

    public void Dispose() => Reset();

    internal void RaiseMove(Vector2D<int> position) => Move?.Invoke(position);

    internal void RaiseResize(Vector2D<int> size) => Resize?.Invoke(size);

    internal void RaiseFramebufferResize(Vector2D<int> size) => FramebufferResize?.Invoke(size);

    internal void RaiseFocusChanged(bool focused) => FocusChanged?.Invoke(focused);

    internal void RaiseStateChanged(WindowState state)
    {
        options.WindowState = state;
        StateChanged?.Invoke(state);
    }

    internal void RaiseFileDrop(string[] paths) => FileDrop?.Invoke(paths);

    internal void RaiseClosing() => Closing?.Invoke();

    /// <summary>Draws a frame from inside event processing: on some systems a drag blocks there until it ends.</summary>
    internal void RunFrameAgain()
    {
        if (!insideRender)
        {
            onFrame?.Invoke();
        }
    }

    private void PrepareContext()
    {
        if (context is null)
        {
            return;
        }

        if (!context.IsCurrent)
        {
            context.MakeCurrent();
        }

        if (swapIntervalStale)
        {
            context.SwapInterval(VSync ? 1 : 0);
            swapIntervalStale = false;
        }
    }
}
