namespace Silk.NET.GLFW;

/// <summary>GLFW 3.3's hints, attributes and modes by their public values.</summary>
internal static class GlfwConstant
{
    internal const int Release = 0;
    internal const int Press = 1;

    internal const int Resizable = 0x00020003;
    internal const int Visible = 0x00020004;
    internal const int Decorated = 0x00020005;
    internal const int Maximized = 0x00020008;

    internal const int DepthBits = 0x00021005;
    internal const int StencilBits = 0x00021006;

    internal const int ClientApi = 0x00022001;
    internal const int ContextVersionMajor = 0x00022002;
    internal const int ContextVersionMinor = 0x00022003;
    internal const int OpenGLForwardCompatible = 0x00022006;
    internal const int OpenGLDebugContext = 0x00022007;
    internal const int OpenGLProfile = 0x00022008;

    internal const int NoApi = 0;
    internal const int OpenGLApi = 0x00030001;
    internal const int OpenGLEsApi = 0x00030002;
    internal const int OpenGLCoreProfile = 0x00032001;
    internal const int OpenGLCompatibilityProfile = 0x00032002;
}
