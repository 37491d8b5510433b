using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// Pixel-unpack buffers used in turn, so that copying new pixels in never waits for the GPU to finish reading older ones.
/// A buffer whose last transfer has not ended by its next turn is given fresh storage instead of being waited for.
/// </summary>
internal sealed unsafe class PixelUploadRing : IDisposable
{
    private const int Buffers = 3;

    private readonly GL gl;
    private readonly nuint bytes;
    private readonly uint[] buffers = new uint[Buffers];
    private readonly nint[] fences = new nint[Buffers];
    private int turn;

    internal PixelUploadRing(GL gl, int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        this.gl = gl;
        this.bytes = (nuint)bytes;
        for (int i = 0; i < Buffers; i++)
        {
            buffers[i] = gl.GenBuffer();
            gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, buffers[i]);
            Allocate();
        }

        gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, 0);
        GraphicsErrors.ThrowIfAny(gl, $"reserving {(long)Buffers * bytes} bytes for uploads");
    }

    /// <summary>How often a buffer was still in use at its turn and was given fresh storage.</summary>
    internal long Orphaned { get; private set; }

    /// <summary>Copies <paramref name="pixels"/> into the next buffer and leaves it bound, at offset 0, as the source of transfers until <see cref="End"/>.</summary>
    internal void Begin(ReadOnlySpan<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((nuint)pixels.Length, bytes, nameof(pixels));
        turn = (turn + 1) % Buffers;
        gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, buffers[turn]);
        MapBufferAccessMask access = MapBufferAccessMask.WriteBit | MapBufferAccessMask.InvalidateBufferBit;
        if (TakeBack())
        {
            // The fence says that the GPU has read this storage: the driver need not check again.
            access = MapBufferAccessMask.WriteBit | MapBufferAccessMask.InvalidateRangeBit | MapBufferAccessMask.UnsynchronizedBit;
        }

        void* target = gl.MapBufferRange(BufferTargetARB.PixelUnpackBuffer, 0, (nuint)pixels.Length, access);
        if (target is not null)
        {
            pixels.CopyTo(new Span<byte>(target, pixels.Length));
            if (gl.UnmapBuffer(BufferTargetARB.PixelUnpackBuffer))
            {
                return;
            }
        }

        // The driver could not map, or lost what was written (a change of display mode): copy through it.
        gl.BufferSubData(BufferTargetARB.PixelUnpackBuffer, 0, pixels);
    }

    /// <summary>Ends the transfers of the buffer that <see cref="Begin"/> bound.</summary>
    internal void End()
    {
        fences[turn] = gl.FenceSync(SyncCondition.SyncGpuCommandsComplete, SyncBehaviorFlags.None);
        gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, 0);
    }

    public void Dispose()
    {
        for (int i = 0; i < Buffers; i++)
        {
            if (fences[i] != 0)
            {
                gl.DeleteSync(fences[i]);
            }

            gl.DeleteBuffer(buffers[i]);
        }
    }

    /// <summary>True when the GPU has finished with the bound buffer; otherwise the buffer has been given fresh storage.</summary>
    private bool TakeBack()
    {
        nint fence = fences[turn];
        if (fence == 0)
        {
            return true;
        }

        GLEnum state = gl.ClientWaitSync(fence, SyncObjectMask.Bit, 0UL);
        gl.DeleteSync(fence);
        fences[turn] = 0;
        if (state is GLEnum.AlreadySignaled or GLEnum.ConditionSatisfied)
        {
            return true;
        }

        Orphaned++;
        Allocate();
        return false;
    }

    private void Allocate() => gl.BufferData(BufferTargetARB.PixelUnpackBuffer, bytes, null, BufferUsageARB.StreamDraw);
}
