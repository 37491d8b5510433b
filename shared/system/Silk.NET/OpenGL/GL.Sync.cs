namespace Silk.NET.OpenGL;

/// <summary>Fences.</summary>
public sealed unsafe partial class GL
{
    private nint glFenceSync;
    private nint glClientWaitSync;
    private nint glDeleteSync;

    public nint FenceSync(SyncCondition condition, SyncBehaviorFlags flags) =>
        ((delegate* unmanaged<uint, uint, nint>)Entry(ref glFenceSync, "glFenceSync"))((uint)condition, (uint)flags);

    public GLEnum ClientWaitSync(nint sync, SyncObjectMask flags, ulong timeout) =>
        (GLEnum)((delegate* unmanaged<nint, uint, ulong, uint>)Entry(ref glClientWaitSync, "glClientWaitSync"))(sync, (uint)flags, timeout);

    public void DeleteSync(nint sync) =>
        ((delegate* unmanaged<nint, void>)Entry(ref glDeleteSync, "glDeleteSync"))(sync);
}
