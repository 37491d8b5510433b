using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>A vertex buffer that is rewritten every frame: old storage is orphaned, so writing never waits for the GPU.</summary>
internal sealed unsafe class StreamBuffer : IDisposable
{
    private readonly GL gl;
    private readonly uint handle;
    private nuint capacityBytes;

    internal StreamBuffer(GL gl)
    {
        this.gl = gl;
        handle = gl.GenBuffer();
    }

    internal void Bind() => gl.BindBuffer(BufferTargetARB.ArrayBuffer, handle);

    /// <summary>Replaces the contents and leaves the buffer bound.</summary>
    internal void Write<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        nuint bytes = (nuint)items.Length * (nuint)sizeof(T);
        while (capacityBytes < bytes)
        {
            capacityBytes = Math.Max(4096, capacityBytes * 2);
        }

        Bind();
        gl.BufferData(BufferTargetARB.ArrayBuffer, capacityBytes, null, BufferUsageARB.StreamDraw);
        gl.BufferSubData(BufferTargetARB.ArrayBuffer, 0, items);
    }

    public void Dispose() => gl.DeleteBuffer(handle);
}
