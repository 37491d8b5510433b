using System.Runtime.InteropServices;

namespace LatentWalk.Viewer.Headless;

/// <summary>The few entry points of EGL 1.5 that make a context without a window (Linux).</summary>
internal static unsafe partial class EglNative
{
    internal const int PlatformSurfacelessMesa = 0x31DD;
    internal const int PlatformDevice = 0x313F;

    internal const int None = 0x3038;
    internal const int RenderableType = 0x3040;
    internal const int OpenGLBit = 0x0008;
    internal const int OpenGLApi = 0x30A2;
    internal const int SurfaceType = 0x3033;
    internal const int ContextMajorVersion = 0x3098;
    internal const int ContextMinorVersion = 0x30FB;
    internal const int ContextProfileMask = 0x30FD;
    internal const int ContextCoreProfileBit = 0x0001;

    private const string Library = "libEGL.so.1";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint eglGetProcAddress(string name);

    [LibraryImport(Library)]
    internal static partial int eglInitialize(nint display, out int major, out int minor);

    [LibraryImport(Library)]
    internal static partial int eglBindAPI(uint api);

    [LibraryImport(Library)]
    internal static partial int eglChooseConfig(nint display, int* attributes, nint* configs, int capacity, out int count);

    [LibraryImport(Library)]
    internal static partial nint eglCreateContext(nint display, nint config, nint share, int* attributes);

    [LibraryImport(Library)]
    internal static partial int eglDestroyContext(nint display, nint context);

    [LibraryImport(Library)]
    internal static partial int eglMakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library)]
    internal static partial int eglGetError();
}
