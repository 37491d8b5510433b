using System.Reflection;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public struct WindowOptions : IWindowProperties
{
    public bool IsVisible { get; set; }

    public bool ShouldSwapAutomatically { get; set; }

    public int? PreferredDepthBufferBits { get; set; }

    public int? PreferredStencilBufferBits { get; set; }

    public Vector2D<int> Position { get; set; }

    public Vector2D<int> Size { get; set; }

    public double FramesPerSecond { get; set; }

    public double UpdatesPerSecond { get; set; }

    public GraphicsAPI API { get; set; }

    public bool VSync { get; set; }

    public string Title { get; set; }

    public WindowState WindowState { get; set; }

    public WindowBorder WindowBorder { get; set; }

    public static WindowOptions Default => new()
    {
        IsVisible = true,
        Position = new Vector2D<int>(50, 50),
        Size = new Vector2D<int>(1280, 720),
        API = GraphicsAPI.Default,
        Title = Assembly.GetEntryAssembly()?.GetName().Name ?? "Silk.NET Window",
        WindowState = WindowState.Normal,
        WindowBorder = WindowBorder.Resizable,
        VSync = true,
        ShouldSwapAutomatically = true,
    };
}
