using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class PictureTextureTests : GlTest
{
    [GlFact]
    public void Each_of_many_uploads_in_a_row_is_the_one_drawn()
    {
        using var renderer = new PictureRenderer(Gl);
        using var picture = new PictureTexture(Gl, 32, 32);
        using var target = new OffscreenTarget(Gl, 32, 32);
        GridLayout layout = GridLayout.Fit(32, 32, new PixelRect(0, 0, 32, 32), PictureScaling.Smooth);
        byte[] shown = new byte[target.FrameBytes];
        for (int i = 0; i < 40; i++)
        {
            byte[] source = Gradient(32, 32, blue: (byte)i);
            picture.Upload(source);
            Clear(target, Rgba.Black);
            renderer.Draw(picture, layout, 32, 32);
            target.ReadBack(shown);
            Assert.Equal(source, shown);
        }
    }

    [GlFact]
    public void Uploads_do_not_wait_for_frames_that_are_still_to_be_drawn()
    {
        // Nothing is drawn or flushed between these: every buffer of the ring is busy, and each upload must go on all the same.
        using var picture = new PictureTexture(Gl, 64, 64);
        using var renderer = new PictureRenderer(Gl);
        using var target = new OffscreenTarget(Gl, 64, 64);
        byte[] source = [];
        for (int i = 0; i < 100; i++)
        {
            source = Gradient(64, 64, blue: (byte)i);
            picture.Upload(source);
        }

        Clear(target, Rgba.Black);
        renderer.Draw(picture, GridLayout.Fit(64, 64, new PixelRect(0, 0, 64, 64), PictureScaling.Smooth), 64, 64);
        byte[] shown = new byte[target.FrameBytes];
        target.ReadBack(shown);
        Assert.Equal(source, shown);
    }

    [GlFact]
    public void Bytes_that_do_not_fill_whole_tiles_are_refused()
    {
        using var picture = new PictureTexture(Gl, 4, 4);
        var refused = Assert.Throws<ArgumentException>(() => picture.Upload(new byte[63]));
        Assert.Contains("63 bytes from tile 0 on do not fill whole tiles of 64 bytes in a texture of 1.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => picture.Upload(new byte[128]));
        Assert.Throws<ArgumentException>(() => picture.Upload([]));
    }

    [GlFact]
    public void A_texture_beyond_the_GPU_says_its_limit()
    {
        var refused = Assert.Throws<DeviceException>(() => new PictureTexture(Gl, 4096, 4096, 64, 64));
        Assert.Matches(@"^A texture of 262144x262144 pixels is larger than this GPU's \d+x\d+; use a generator", refused.Message);
    }
}
