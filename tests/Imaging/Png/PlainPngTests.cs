using System.Buffers.Binary;
using System.IO.Compression;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging.Headers;
using LatentWalk.Imaging.Png;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.Imaging.Tests.Png;

/// <summary>What is read row by row is what the image library reads.</summary>
public sealed class PlainPngTests
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 4)]
    public void Every_kind_with_every_filter_and_width_reads_as_the_library_reads_it(int colourType, int channels)
    {
        for (int width = 1; width <= 40; width++)
        {
            byte[] file = Make(colourType, channels, width, height: 11, pieces: width % 5);
            Assert.True(PlainPng.Recognises(file));
            RgbaImage ours = EncodedPicture.Check(file, "a").Decode();
            Assert.Equal(Library(file), ours.Rgba);
            Assert.Equal((width, 11), (ours.Width, ours.Height));
        }
    }

    [Fact]
    public void A_picture_larger_than_a_block_reads_as_the_library_reads_it()
    {
        byte[] file = Make(6, 4, width: 700, height: 123, pieces: 9);
        Assert.Equal(Library(file), EncodedPicture.Check(file, "a").Decode().Rgba);
        byte[] wide = Make(2, 3, width: 30_000, height: 5, pieces: 2);
        Assert.Equal(Library(wide), EncodedPicture.Check(wide, "a").Decode().Rgba);
    }

    [Theory]
    [InlineData("rgb16.png", false)]
    [InlineData("interlaced.png", false)]
    [InlineData("animated.png", false)]
    [InlineData("grey1.png", false)]
    [InlineData("palette4.png", false)]
    [InlineData("rgb8.png", true)]
    [InlineData("rgba8.png", true)]
    [InlineData("grey8.png", true)]
    [InlineData("greyalpha8.png", true)]
    [InlineData("palettealpha8.png", true)]
    public void Other_kinds_are_left_to_the_library(string name, bool plain) =>
        Assert.Equal(plain, PlainPng.Recognises(SamplePictures.Bytes(name)));

    [Fact]
    public void A_colour_that_stands_for_transparency_is_left_to_the_library()
    {
        byte[] file = PngChunks.InsertAfterHeader(Make(2, 3, 8, 8, 1), "tRNS", new byte[6]);
        Assert.False(PlainPng.Recognises(file));
        Assert.Equal(Library(file), EncodedPicture.Check(file, "a").Decode().Rgba);
    }

    [Fact]
    public void Damage_is_refused_with_where_it_is_whether_shrunk_or_read_whole()
    {
        byte[] rows = new byte[20 * (1 + (3 * 20))];
        rows[61 * 7] = 5;
        byte[] filter = [.. Signature, .. Header(2, 20, 20), .. PngChunks.Make("IDAT", Zlib.Deflate(rows)), .. PngChunks.Make("IEND", [])];
        Refused(filter, "its pixels are damaged: row 7 has the filter 5; expected 0 to 4");

        byte[] early = [.. Signature, .. Header(2, 20, 20), .. PngChunks.Make("IDAT", Zlib.Deflate(rows.AsSpan(0, 400))), .. PngChunks.Make("IEND", [])];
        Refused(early, "its pixels end early: the IDAT chunks hold 400 of 1220 bytes");

        byte[] checksum = Make(2, 3, 20, 20, 0);
        checksum[^13] ^= 1;
        Refused(checksum, "it is damaged: the checksum of the chunk at byte 33 is wrong");

        byte[] promise = [.. Signature, .. Header(2, 8000, 8000), .. PngChunks.Make("IDAT", Zlib.Deflate(rows)), .. PngChunks.Make("IEND", [])];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(promise, "its pixels end early: the IDAT chunks hold 1220 of 192008000 bytes");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_large_picture_is_shrunk_in_little_memory()
    {
        const int Side = 4000;
        using MemoryStream data = new();
        using (ZLibStream deflate = new(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + (3 * Side)];
            for (int y = 0; y < Side; y++)
            {
                deflate.Write(row);
            }
        }

        byte[] file = [.. Signature, .. Header(2, Side, Side), .. PngChunks.Make("IDAT", data.ToArray()), .. PngChunks.Make("IEND", [])];
        PictureFile.Decode(file, "a", 64, Fit.Crop);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.All(PictureFile.Decode(file, "a", 64, Fit.Crop), level => Assert.Equal(0, level));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6_000_000);
    }

    private static void Refused(byte[] file, string reason)
    {
        string expected = $"cannot use the picture 'a': {reason}. Replace the file, or leave it out.";
        Assert.Equal(expected, Assert.Throws<BadDataException>(() => PictureFile.Decode(file, "a", 8, Fit.Crop)).Message);
        Assert.Equal(expected, Assert.Throws<BadDataException>(() => EncodedPicture.Check(file, "a").Decode()).Message);
    }

    private static byte[] Library(byte[] file)
    {
        using Image<Rgba32> image = Image.Load<Rgba32>(ImageLibrary.Plain, file);
        byte[] rgba = new byte[4 * image.Width * image.Height];
        image.CopyPixelDataTo(rgba);
        return rgba;
    }

    // Any bytes are a picture: rows with the filters 0 to 4 in turn, over some chunks, one of them empty.
    private static byte[] Make(int colourType, int channels, int width, int height, int pieces)
    {
        var random = new Random(width);
        byte[] rows = new byte[height * (1 + (channels * width))];
        random.NextBytes(rows);
        for (int y = 0; y < height; y++)
        {
            rows[y * (1 + (channels * width))] = (byte)(y % 5);
        }

        byte[] palette = new byte[colourType == 3 ? 3 * 200 : 0];
        random.NextBytes(palette);
        byte[] data = Zlib.Deflate(rows);
        List<byte> file = [.. Signature, .. Header(colourType, width, height)];
        if (colourType == 3)
        {
            file.AddRange(PngChunks.Make("PLTE", palette));
            file.AddRange(PngChunks.Make("tRNS", palette.AsSpan(0, 40)));
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            int length = data.Length / (pieces + 1);
            file.AddRange(PngChunks.Make("IDAT", data.AsSpan(0, piece == 1 ? 0 : length)));
            data = data[(piece == 1 ? 0 : length)..];
        }

        return [.. file, .. PngChunks.Make("IDAT", data), .. PngChunks.Make("IEND", [])];
    }

    private static byte[] Header(int colourType, int width, int height)
    {
        byte[] data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (8, (byte)colourType);
        return PngChunks.Make("IHDR", data);
    }
}
