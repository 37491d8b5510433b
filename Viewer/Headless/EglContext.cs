using System.Diagnostics.CodeAnalysis;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Headless;

/// <summary>A context of EGL that needs neither a window nor a display server.</summary>
internal sealed unsafe class EglContext : IHeadlessContext
{
    private readonly nint display;
    private readonly nint context;

    private EglContext(nint display, nint context, string kind)
    {
        this.display = display;
        this.context = context;
        Kind = kind;
        Gl = GL.GetApi(EglNative.eglGetProcAddress);
    }

    public GL Gl { get; }

    public string Kind { get; }

    /// <summary>
    /// Tries Mesa's surfaceless platform, then each EGL device (what GPU vendors' drivers offer);
    /// false, with the reason of the last refusal, when none gives an OpenGL 3.3 core context.
    /// </summary>
    internal static bool TryOpen([NotNullWhen(true)] out EglContext? opened, out string reason)
    {
        opened = null;
        try
        {
            opened = Open(EglNative.PlatformSurfacelessMesa, 0, "EGL surfaceless", out reason);
            foreach (nint device in opened is null ? Devices() : [])
            {
                opened = Open(EglNative.PlatformDevice, device, "EGL device", out reason);
                if (opened is not null)
                {
                    break;
                }
            }
        }
        catch (DllNotFoundException)
        {
            reason = "libEGL.so.1 is not installed";
        }

        return opened is not null;
    }

    public void Dispose()
    {
        Gl.Dispose();

        // The display belongs to the whole process and stays initialised: other contexts may be in use on it.
        _ = EglNative.eglMakeCurrent(display, 0, 0, 0);
        _ = EglNative.eglDestroyContext(display, context);
    }

    private static EglContext? Open(int platform, nint device, string kind, out string reason)
    {
        reason = "";
        var getDisplay = (delegate* unmanaged<int, nint, int*, nint>)EglNative.eglGetProcAddress("eglGetPlatformDisplayEXT");
        nint display = getDisplay is null ? 0 : getDisplay(platform, device, null);
        if (display == 0 || EglNative.eglInitialize(display, out _, out _) == 0)
        {
            reason = Refusal($"{kind}: no display");
            return null;
        }

        int* wanted = stackalloc int[] { EglNative.SurfaceType, 0, EglNative.RenderableType, EglNative.OpenGLBit, EglNative.None };
        nint config = 0;
        if (EglNative.eglBindAPI(EglNative.OpenGLApi) == 0
            || EglNative.eglChooseConfig(display, wanted, &config, 1, out int configs) == 0 || configs == 0)
        {
            reason = Refusal($"{kind}: no configuration for OpenGL");
            return null;
        }

        int* version = stackalloc int[]
        {
            EglNative.ContextMajorVersion, 3, EglNative.ContextMinorVersion, 3,
            EglNative.ContextProfileMask, EglNative.ContextCoreProfileBit, EglNative.None,
        };
        nint context = EglNative.eglCreateContext(display, config, 0, version);
        if (context == 0)
        {
            reason = Refusal($"{kind}: no OpenGL 3.3 core context");
            return null;
        }

        if (EglNative.eglMakeCurrent(display, 0, 0, context) == 0)
        {
            reason = Refusal($"{kind}: the context cannot be used without a surface");
            _ = EglNative.eglDestroyContext(display, context);
            return null;
        }

        return new EglContext(display, context, kind);
    }

    private static nint[] Devices()
    {
        var query = (delegate* unmanaged<int, nint*, int*, int>)EglNative.eglGetProcAddress("eglQueryDevicesEXT");
        const int Most = 16;
        nint* devices = stackalloc nint[Most];
        int count = 0;
        return query is null || query(Most, devices, &count) == 0 ? [] : new ReadOnlySpan<nint>(devices, count).ToArray();
    }

    private static string Refusal(string what) => $"{what} (EGL error 0x{EglNative.eglGetError():X})";
}
