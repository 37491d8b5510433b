using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Tests.Graphics;
using LatentWalk.Viewer.Tests.Working;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.App;

public sealed class FacePainterTests : GlTest
{
    private const int Side = 120;
    private const double Frame = 1.0 / 60;

    private static readonly Rgba Red = new(200, 0, 0);
    private static readonly Rgba Blue = new(0, 0, 200);
    private static readonly Rgba Green = new(0, 200, 0);

    private readonly FadingFace face = new();
    private long version;

    [GlFact]
    public void A_slow_picture_is_mixed_in_by_its_share_and_stands_alone_in_the_end()
    {
        using CountingSource source = new();
        using PictureRenderer pictures = new(Gl);
        using FacePainter painter = new(Gl, pictures);
        Take(source, Red, 8, interval: 0.1);
        Assert.Equal(Red, Centre(painter, "first"));
        face.Advance(Frame);
        Take(source, Blue, 8, interval: 0.1);
        for (int frame = 0; frame < 7; frame++)
        {
            Rgba mixed = Centre(painter, $"fade-{frame}");
            Assert.InRange(mixed.B, 200 * face.Share - 3, 200 * face.Share + 3);
            Assert.InRange(mixed.R, 200 * (1 - face.Share) - 3, 200 * (1 - face.Share) + 3);
            face.Advance(Frame);
        }

        Assert.Equal(Blue, Centre(painter, "last"));
    }

    [GlFact]
    public void A_generator_of_another_size_fades_over_the_one_before()
    {
        using CountingSource small = new();
        using CountingSource large = new();
        using PictureRenderer pictures = new(Gl);
        using FacePainter painter = new(Gl, pictures);
        Take(small, Red, 8, interval: 0.002);
        Centre(painter, "small");
        Take(large, Green, 32, interval: 0.002);
        face.Advance(0.2);
        Rgba mixed = Centre(painter, "between");
        Assert.InRange(mixed.R, 60, 140);
        Assert.InRange(mixed.G, 60, 140);
        face.Advance(0.5);
        Assert.Equal(Green, Centre(painter, "large"));
    }

    [GlFact]
    public void Pictures_that_keep_up_take_turns_in_two_textures_without_a_trace_of_the_one_before()
    {
        using CountingSource source = new();
        using PictureRenderer pictures = new(Gl);
        using FacePainter painter = new(Gl, pictures);
        for (int i = 0; i < 9; i++)
        {
            Rgba color = (i % 3) switch { 0 => Red, 1 => Green, _ => Blue };
            Take(source, color, 8, interval: 0.002);
            Assert.Equal(color, Centre(painter, "turns"));
            Assert.Equal(color, Centre(painter, "turns"));
            face.Advance(Frame);
        }
    }

    private Rgba Centre(FacePainter painter, string part)
    {
        using OffscreenTarget target = new(Gl, Side, Side);
        Clear(target, new Rgba(0, 0, 0));
        SceneLayout layout = new(Side, Side);
        painter.Draw(face, new PixelRect(0, 0, Side, Side), layout);
        return Read(target, part, nameof(FacePainterTests))[Side / 2 * Side + Side / 2];
    }

    private void Take(IPictureSource source, Rgba color, int side, double interval)
    {
        PicturePart part = new() { Source = source, Number = ++version };
        part.SetLatents(1, new float[CountingSource.Size], []);
        PictureResult result = new();
        result.Answer(part, side, side);
        Plain(side, side, color).CopyTo(result.Rgba, 0);
        result.IntervalSeconds = interval;
        face.Take(result, version);
    }
}
