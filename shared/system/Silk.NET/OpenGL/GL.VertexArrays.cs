namespace Silk.NET.OpenGL;

/// <summary>Vertex arrays and drawing.</summary>
public sealed unsafe partial class GL
{
    private nint glGenVertexArrays;
    private nint glDeleteVertexArrays;
    private nint glBindVertexArray;
    private nint glEnableVertexAttribArray;
    private nint glVertexAttribPointer;
    private nint glVertexAttribDivisor;
    private nint glDrawArraysInstanced;

    public uint GenVertexArray()
    {
        uint name;
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glGenVertexArrays, "glGenVertexArrays"))(1, &name);
        return name;
    }

    public void DeleteVertexArray(uint arrays) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(ref glDeleteVertexArrays, "glDeleteVertexArrays"))(1, &arrays);

    public void BindVertexArray(uint array) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glBindVertexArray, "glBindVertexArray"))(array);

    public void EnableVertexAttribArray(uint index) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glEnableVertexAttribArray, "glEnableVertexAttribArray"))(index);

    public void VertexAttribPointer(uint index, int size, VertexAttribPointerType type, bool normalized, uint stride, void* pointer) =>
        ((delegate* unmanaged<uint, int, uint, byte, uint, void*, void>)Entry(ref glVertexAttribPointer, "glVertexAttribPointer"))(index, size, (uint)type, (byte)(normalized ? 1 : 0), stride, pointer);

    public void VertexAttribDivisor(uint index, uint divisor) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glVertexAttribDivisor, "glVertexAttribDivisor"))(index, divisor);

    public void DrawArraysInstanced(PrimitiveType mode, int first, uint count, uint instancecount) =>
        ((delegate* unmanaged<uint, int, uint, uint, void>)Entry(ref glDrawArraysInstanced, "glDrawArraysInstanced"))((uint)mode, first, count, instancecount);
}
