using LatentWalk.Viewer.Graphics;
using Silk.NET.OpenGL;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class OffscreenTargetTests : GlTest
{
    [GlFact]
    public void Pixels_come_back_top_row_first()
    {
        using var target = new OffscreenTarget(Gl, 7, 5);
        Clear(target, new Rgba(10, 20, 30));
        Gl.Enable(EnableCap.ScissorTest);
        Gl.Scissor(0, 4, 7, 1);
        Gl.ClearColor(1, 0, 0, 1);
        Gl.Clear(ClearBufferMask.ColorBufferBit);
        Gl.Disable(EnableCap.ScissorTest);
        Rgba[] pixels = Read(target);
        Assert.All(pixels[..7], pixel => Assert.Equal(new Rgba(255, 0, 0), pixel));
        Assert.All(pixels[7..], pixel => Assert.Equal(new Rgba(10, 20, 30), pixel));
    }

    [GlFact]
    public void A_read_back_shows_the_frame_it_was_started_after()
    {
        using var target = new OffscreenTarget(Gl, 8, 8);
        Clear(target, new Rgba(1, 2, 3));
        target.StartReadBack();
        Clear(target, new Rgba(200, 200, 200));
        byte[] rgba = new byte[target.FrameBytes];
        target.FinishReadBack(rgba);
        Assert.Equal(Plain(8, 8, new Rgba(1, 2, 3)), rgba);
    }

    [GlFact]
    public void A_destination_of_the_wrong_size_is_refused()
    {
        using var target = new OffscreenTarget(Gl, 8, 8);
        var refused = Assert.Throws<ArgumentException>(() => target.ReadBack(new byte[255]));
        Assert.Contains("255 bytes are not the 256 of 8x8 RGBA pixels.", refused.Message, StringComparison.Ordinal);
    }
}
