using System.Runtime.InteropServices;
using Silk.NET.Core.Contexts;
using Silk.NET.Core.Loader;

namespace Silk.NET.OpenGL;

/// <summary>OpenGL by function pointers of the current context; each is looked up at its first call.</summary>
public sealed unsafe partial class GL : IDisposable
{
    private readonly Func<string, nint> lookUp;

    private GL(Func<string, nint> lookUp) => this.lookUp = lookUp;

    public static GL GetApi(IGLContextSource contextSource) =>
        GetApi(contextSource.GLContext ?? throw new InvalidOperationException("The given window or view has no OpenGL context."));

    public static GL GetApi(IGLContext ctx) => GetApi((INativeContext)ctx);

    public static GL GetApi(INativeContext ctx) => new(name => ctx.TryGetProcAddress(name, out nint address) ? address : 0);

    public static GL GetApi(Func<string, nint> getProcAddress) => new(getProcAddress);

    /// <summary>Frees nothing of the context: objects are deleted by their owners.</summary>
    public void Dispose()
    {
    }

    private nint Entry(ref nint slot, string name)
    {
        if (slot == 0)
        {
            nint address = lookUp(name);
            slot = address != 0 ? address : throw new SymbolLoadingException(name);
        }

        return slot;
    }

    private static string Text(byte* utf8) => Marshal.PtrToStringUTF8((nint)utf8) ?? "";
}
