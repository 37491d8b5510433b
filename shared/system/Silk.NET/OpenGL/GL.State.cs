namespace Silk.NET.OpenGL;

/// <summary>State, clearing, errors.</summary>
public sealed unsafe partial class GL
{
    private nint glGetIntegerv;
    private nint glEnable;
    private nint glDisable;
    private nint glGetError;
    private nint glGetString;
    private nint glViewport;
    private nint glScissor;
    private nint glClearColor;
    private nint glClear;
    private nint glBlendFuncSeparate;
    private nint glFinish;

    public void Enable(EnableCap cap) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glEnable, "glEnable"))((uint)cap);

    public void Disable(EnableCap cap) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glDisable, "glDisable"))((uint)cap);

    public GLEnum GetError() =>
        (GLEnum)((delegate* unmanaged<uint>)Entry(ref glGetError, "glGetError"))();

    public byte* GetString(StringName name) =>
        ((delegate* unmanaged<uint, byte*>)Entry(ref glGetString, "glGetString"))((uint)name);

    public void Viewport(int x, int y, uint width, uint height) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(ref glViewport, "glViewport"))(x, y, width, height);

    public void Scissor(int x, int y, uint width, uint height) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(ref glScissor, "glScissor"))(x, y, width, height);

    public void ClearColor(float red, float green, float blue, float alpha) =>
        ((delegate* unmanaged<float, float, float, float, void>)Entry(ref glClearColor, "glClearColor"))(red, green, blue, alpha);

    public void Clear(ClearBufferMask mask) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glClear, "glClear"))((uint)mask);

    public void BlendFuncSeparate(BlendingFactor sfactorRGB, BlendingFactor dfactorRGB, BlendingFactor sfactorAlpha, BlendingFactor dfactorAlpha) =>
        ((delegate* unmanaged<uint, uint, uint, uint, void>)Entry(ref glBlendFuncSeparate, "glBlendFuncSeparate"))((uint)sfactorRGB, (uint)dfactorRGB, (uint)sfactorAlpha, (uint)dfactorAlpha);

    public void Finish() =>
        ((delegate* unmanaged<void>)Entry(ref glFinish, "glFinish"))();

    public string GetStringS(StringName name) => Text(GetString(name));

    public int GetInteger(GetPName pname)
    {
        int data;
        ((delegate* unmanaged<uint, int*, void>)Entry(ref glGetIntegerv, "glGetIntegerv"))((uint)pname, &data);
        return data;
    }
}
