using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Tests.Working;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.App;

public sealed class FadingFaceTests : IDisposable
{
    private const double Frame = 1.0 / 60;

    private readonly FadingFace face = new();
    private readonly CountingSource source = new();
    private long version;

    public void Dispose() => source.Dispose();

    [Fact]
    public void A_picture_that_keeps_up_with_the_display_is_shown_at_once()
    {
        Take(source, 0.002);
        for (int frame = 0; frame < 10; frame++)
        {
            face.Advance(Frame);
            Take(source, 0.002);
            Assert.Equal(1, face.Share);
            Assert.False(face.IsFading);
        }
    }

    [Fact]
    public void A_slow_picture_fades_in_from_the_frame_in_which_it_comes_until_the_next_is_due()
    {
        Take(source, 0.1);
        Assert.Equal(1, face.Share);    // there is nothing to fade from
        face.Advance(Frame);
        Take(source, 0.1);
        long newest = face.Current.Version;
        Assert.True(face.IsFading);
        Assert.Equal(newest - 1, face.Previous.Version);
        float share = face.Share;
        Assert.Equal(Frame / 0.1, share, 1e-5);
        for (int frame = 1; frame < 6; frame++)
        {
            face.Advance(Frame);
            Assert.True(face.Share > share);
            share = face.Share;
        }

        Assert.Equal(1, face.Share);
        Assert.False(face.IsFading);
        Assert.Equal(newest, face.Current.Version);
    }

    [Fact]
    public void Another_generator_fades_in_while_its_newer_pictures_already_come()
    {
        using CountingSource next = new();
        Take(source, 0.002);
        long last = face.Current.Version;
        face.Advance(Frame);
        Take(next, 0.002);
        Assert.True(face.IsFading);
        float share = face.Share;
        for (int frame = 0; frame < 10; frame++)
        {
            face.Advance(Frame);
            Take(next, 0.002);
            Assert.Equal(last, face.Previous.Version);
            Assert.Same(next, face.Current.Source);
            Assert.True(face.Share > share);
            share = face.Share;
        }

        face.Finish();
        Assert.Equal(1, face.Share);
        Take(next, 0.002);
        Assert.False(face.IsFading);
    }

    private void Take(IPictureSource from, double interval)
    {
        PicturePart part = new() { Source = from, Number = ++version };
        part.SetLatents(1, new float[CountingSource.Size], []);
        PictureResult result = new();
        result.Answer(part, CountingSource.Side, CountingSource.Side);
        result.IntervalSeconds = interval;
        face.Take(result, version);
    }
}
