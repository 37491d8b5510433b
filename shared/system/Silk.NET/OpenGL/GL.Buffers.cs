namespace Silk.NET.OpenGL;

/// <summary>Buffers.</summary>
public sealed unsafe partial class GL
{
    private nint glGenBuffers;
    private nint glDeleteBuffers;
    private nint glBindBuffer;
    private nint glBufferData;
    private nint glBufferSubData;
    private nint glMapBufferRange;
    private nint glUnmapBuffer;

    public uint GenBuffer()
    {
        uint name;
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glGenBuffers, "glGenBuffers"))(1, &name);
        return name;
    }

    public void DeleteBuffer(uint buffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glDeleteBuffers, "glDeleteBuffers"))(1, &buffers);

    public void BindBuffer(BufferTargetARB target, uint buffer) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glBindBuffer, "glBindBuffer"))((uint)target, buffer);

    public void BufferData(BufferTargetARB target, nuint size, void* data, BufferUsageARB usage) =>
        ((delegate* unmanaged<uint, nuint, void*, uint, void>)Entry(ref glBufferData, "glBufferData"))((uint)target, size, data, (uint)usage);

    public void BufferSubData(BufferTargetARB target, nint offset, nuint size, void* data) =>
        ((delegate* unmanaged<uint, nint, nuint, void*, void>)Entry(ref glBufferSubData, "glBufferSubData"))((uint)target, offset, size, data);

    public void* MapBufferRange(BufferTargetARB target, nint offset, nuint length, MapBufferAccessMask access) =>
        ((delegate* unmanaged<uint, nint, nuint, uint, void*>)Entry(ref glMapBufferRange, "glMapBufferRange"))((uint)target, offset, length, (uint)access);

    public bool UnmapBuffer(BufferTargetARB target) =>
        ((delegate* unmanaged<uint, byte>)Entry(ref glUnmapBuffer, "glUnmapBuffer"))((uint)target) != 0;

    public void BufferData<T0>(BufferTargetARB target, ReadOnlySpan<T0> data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* first = data)
        {
            BufferData(target, (nuint)(data.Length * sizeof(T0)), first, usage);
        }
    }

    public void BufferSubData<T0>(BufferTargetARB target, nint offset, ReadOnlySpan<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* first = data)
        {
            BufferSubData(target, offset, (nuint)(data.Length * sizeof(T0)), first);
        }
    }
}
