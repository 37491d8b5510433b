using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace LatentWalk.StandIns.Tests.ImageSharp;

public sealed class PixelTests
{
    [Fact]
    public void Loaded_pixel_data_is_a_copy()
    {
        byte[] data = [1, 2, 3, 4, 5, 6, 7, 8];
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(Configuration.Default, data, 2, 1);
        data[0] = 99;

        Assert.Equal(new Rgba32(1, 2, 3, 4), image[0, 0]);
        byte[] bytes = new byte[8];
        image.CopyPixelDataTo(bytes);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], bytes);
    }

    [Fact]
    public void Too_little_data_or_room_is_told()
    {
        Assert.ThrowsAny<ArgumentException>(() => Image.LoadPixelData<Rgba32>(Configuration.Default, new byte[7], 2, 1));
        using Image<Rgba32> image = new(Configuration.Default, 2, 1);
        Assert.ThrowsAny<ArgumentException>(() => image.CopyPixelDataTo(new byte[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => image[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => image[0, -1]);
    }

    [Fact]
    public void Rows_are_written_in_place()
    {
        using Image<Rgb24> image = new(Configuration.Default, 3, 2);
        image.ProcessPixelRows(rows =>
        {
            Assert.Equal((3, 2), (rows.Width, rows.Height));
            rows.GetRowSpan(1)[2] = new Rgb24(9, 8, 7);
        });

        Assert.Equal(new Rgb24(9, 8, 7), image[2, 1]);
        Assert.Equal(default, image[0, 0]);
    }

    [Fact]
    public void A_clone_is_apart_from_its_source()
    {
        using Image<Rgba32> image = Codecs.Picture(5, 4, Codecs.Pattern);
        using Image<Rgba32> copy = image.Clone();
        using Image<Rgba32> small = image.Clone(context => context.Crop(new Rectangle(1, 1, 2, 2)));
        copy[0, 0] = new Rgba32(1, 1, 1);

        Assert.Equal(Codecs.Pattern(0, 0), image[0, 0]);
        Assert.Equal((5, 4), (image.Width, image.Height));
        Assert.Equal((2, 2), (small.Width, small.Height));
        Assert.Equal(Codecs.Pattern(1, 1), small[0, 0]);
    }

    [Fact]
    public void Added_frames_are_copies_and_must_be_whole()
    {
        using Image<Rgba32> image = new(Configuration.Default, 2, 1);
        Rgba32[] pixels = [new(1, 2, 3), new(4, 5, 6)];
        ImageFrame<Rgba32> frame = image.Frames.AddFrame((ReadOnlySpan<Rgba32>)pixels);
        pixels[0] = default;

        Assert.Equal(2, image.Frames.Count);
        Assert.Equal(new Rgba32(1, 2, 3), frame[0, 0]);
        Assert.Same(frame, image.Frames[1]);
        Assert.ThrowsAny<ArgumentException>(() => image.Frames.AddFrame((ReadOnlySpan<Rgba32>)pixels.AsSpan(1)));
    }
}
