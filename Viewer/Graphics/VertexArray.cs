using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>One vertex array object. Core profile draws nothing without one, even where no attribute is read.</summary>
internal sealed class VertexArray : IDisposable
{
    private readonly GL gl;
    private readonly uint handle;

    internal VertexArray(GL gl)
    {
        this.gl = gl;
        handle = gl.GenVertexArray();
    }

    internal void Bind() => gl.BindVertexArray(handle);

    public void Dispose() => gl.DeleteVertexArray(handle);
}
