using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using LatentWalk.Core.Errors;

namespace LatentWalk.Imaging.Tests;

/// <summary>Every bad file is one clear sentence with its name and the reason, quickly and in little memory.</summary>
public sealed class HostilePicturesTests
{
    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty.png", [], "the file is empty" },
        { "one-byte.jpg", [0xFF], "it is not a PNG, JPEG, WebP or GIF picture, whatever its name says: it starts with the bytes FF" },
        { "page.jpg", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>404</body></html>"), "whatever its name says: it starts with the text '<!DOCTYPE html><'" },
        { "drawing.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "whatever its name says: it starts with the text '<svg xmlns='http'" },
        { "bitmap.png", [(byte)'B', (byte)'M', 1, 2, 3, 4, 5, 6, 7, 8], "it starts with the bytes 424D010203040506" },
        { "tiff.png", [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0], "it starts with the bytes 49492A0008000000" },
        { "no-header.png", [.. Signature, .. PngChunks.Make("IDAT", [1, 2]), .. PngChunks.Make("IEND", [])], "the PNG starts with chunk IDAT of 2 bytes; expected IHDR of 13" },
        { "no-pixels.png", [.. Signature, .. Header(4, 4), .. PngChunks.Make("IEND", [])], "the PNG has no IDAT chunk" },
        { "no-size.png", Png(Header(0, 4), [0]), "its header says 0x4 pixels" },
        { "huge.png", Png(Header(60_000, 60_000), new byte[100]), "its header says 60000x60000 pixels; at most 64 million are read" },
        { "long.png", Png(Header(1, 500_000_000), new byte[100]), "its header says 1x500000000 pixels; the longest side that is read is 65535" },
        { "negative.png", Png(Header(-1, -1), new byte[100]), "the longest side that is read is 65535" },
        { "short.png", Png(Header(64, 64), new byte[1000]), "its pixels end early: the IDAT chunks hold 1000 of 12352 bytes" },
        { "not-deflate.png", [.. Signature, .. Header(4, 4), .. PngChunks.Make("IDAT", [1, 2, 3, 4, 5, 6]), .. PngChunks.Make("IEND", [])], "its pixels are damaged" },
        { "filter.png", Png(Header(4, 4), [9, .. new byte[51]]), "its content is damaged or of a kind that is not read" },
        { "depth.png", Png(Header(4, 4, depth: 3), new byte[100]), "its content is damaged or of a kind that is not read" },
        { "color.png", Png(Header(4, 4, color: 5), new byte[100]), "its content is damaged or of a kind that is not read" },
        { "no-palette.png", Png(Header(4, 4, color: 3), new byte[100]), "its content is damaged or of a kind that is not read" },
        { "crc.png", WithBadCrc(), "its content is damaged or of a kind that is not read" },
        { "arithmetic.jpg", JpegWithFrame(0xC9), "the JPEG is of kind SOF9" },
        { "deep.jpg", JpegWithFrame(0xC0, depth: 12), "the JPEG has 3 components of 12 bits" },
        { "flat.jpg", JpegWithFrame(0xC0, height: 0), "its header says 24x0 pixels" },
        { "huge.jpg", JpegWithFrame(0xC0, height: 65_500, width: 65_500), "its header says 65500x65500 pixels; at most 64 million are read" },
        { "no-frame.jpg", [0xFF, 0xD8, 0xFF, 0xD9], "the JPEG has no frame header" },
        { "huge.webp", HugeWebp(), "its header says 16777216x16777216 pixels; the longest side that is read is 65535" },
        { "other.webp", [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPALPH"u8, 14, 0, 0, 0, .. new byte[14]], "the WebP does not start with a VP8, VP8L or VP8X chunk" },
        { "no-picture.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], "the GIF has no picture in it" },
        { "nonsense.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x77], "the GIF is damaged: byte 13 is 0x77, which starts no block" },
        { "codes.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 99, 1, 0, 0, 0x3B], "the GIF is damaged: byte 23 gives codes of 99 bits; expected 1 to 8" },
    };

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_refused_with_its_name_and_the_reason(string name, byte[] content, string reason)
    {
        using TemporaryFolder folder = new();
        string path = folder.Put(name, content);
        Stopwatch watch = Stopwatch.StartNew();

        BadDataException error = Assert.Throws<BadDataException>(() => PictureFile.Load(path, 64, Fit.Crop));

        Assert.StartsWith($"cannot use the picture '{path}': ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Replace the file, or leave it out.", error.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    /// <summary>Of the real library it is known that some cut files come back half grey; here none does.</summary>
    [Theory]
    [InlineData("rgb8.png", "the PNG is cut")]
    [InlineData("interlaced.png", "the PNG is cut")]
    [InlineData("animated.png", "the PNG is cut")]
    [InlineData("baseline.jpg", "the JPEG is cut")]
    [InlineData("progressive.jpg", "the JPEG is cut")]
    [InlineData("lossless.webp", "the WebP")]
    [InlineData("lossy.webp", "the WebP")]
    [InlineData("animated.webp", "the WebP")]
    [InlineData("still.gif", "the GIF is cut")]
    [InlineData("animated.gif", "the GIF is cut")]
    public void A_file_cut_at_any_byte_is_refused(string name, string reason)
    {
        using TemporaryFolder folder = new();
        byte[] whole = SamplePictures.Bytes(name);

        // What lies behind the end that a WebP states does not belong to it.
        int end = name.EndsWith(".webp", StringComparison.Ordinal) ? BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(4)) + 8 : whole.Length;
        for (int length = 0; length < end; length++)
        {
            string path = folder.Put(name, whole.AsSpan(0, length));

            BadDataException error = Assert.Throws<BadDataException>(() => PictureFile.Load(path, 16, Fit.Crop));

            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            if (length >= 20)
            {
                Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Every second byte changed, one at a time: a picture or a clear refusal, nothing else.</summary>
    [Fact]
    public void A_damaged_byte_anywhere_gives_a_picture_or_a_refusal()
    {
        using TemporaryFolder folder = new();
        string[] names = ["palette4.png", "interlaced.png", "animated.png", "progressive.jpg", "cmyk.jpg", "lossy.webp", "animated.webp", "animated.gif", "transparent.gif"];
        int refused = 0;
        foreach (string name in names)
        {
            byte[] content = SamplePictures.Bytes(name);
            for (int at = 0; at < content.Length; at += 2)
            {
                byte right = content[at];
                content[at] ^= (byte)(at % 4 == 0 ? 0xFF : 0x10);
                string path = folder.Put("damaged", content);
                content[at] = right;
                try
                {
                    Assert.Equal(3 * 8 * 8, PictureFile.Load(path, 8, Fit.Pad).Length);
                }
                catch (BadDataException error)
                {
                    Assert.Contains(path, error.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        Assert.True(refused > 200, $"only {refused} were refused");
    }

    [Fact]
    public void A_bomb_of_zeros_costs_no_memory()
    {
        using TemporaryFolder folder = new();
        byte[] bomb = Zlib.Deflate(new byte[64 * 1024 * 1024]);
        string pixels = folder.Put("bomb.png", [.. Signature, .. Header(8, 8), .. PngChunks.Make("IDAT", bomb), .. PngChunks.Make("IEND", [])]);
        byte[] text = [.. "latentwalk\0\0"u8, .. bomb];
        string comment = folder.Put("text.png", PngChunks.InsertAfterHeader(SamplePictures.Bytes("rgb8.png"), "zTXt", text));
        PictureFile.Load(SamplePictures.Path("rgb8.png"), 8, Fit.Crop);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(3 * 8 * 8, PictureFile.Load(pixels, 8, Fit.Crop).Length);
        Assert.Null(PngFile.ReadLatent(comment));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40 * 1024 * 1024);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told_apart_from_bad_pictures()
    {
        using TemporaryFolder folder = new();
        string missing = folder.Path("none.png");

        Assert.Equal($"there is no picture '{missing}'. Check the path.", Assert.Throws<BadDataException>(() => PictureFile.Load(missing, 8, Fit.Crop)).Message);
        Assert.StartsWith($"cannot read the picture '{folder.Root}': ", Assert.Throws<BadDataException>(() => PictureFile.Load(folder.Root, 8, Fit.Crop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_more_bytes_than_are_read_is_refused_before_reading()
    {
        using TemporaryFolder folder = new();
        string path = folder.Path("sparse.png");
        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(PictureLimits.FileBytes + 1);
        }

        Assert.Contains("the file has 268435457 bytes; at most 268435456 are read", Assert.Throws<BadDataException>(() => PictureFile.Load(path, 8, Fit.Crop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_one_pixel_is_a_picture()
    {
        using TemporaryFolder folder = new();
        string path = folder.Put("one.png", Png(Header(1, 1), [0, 10, 20, 30]));

        byte[] rgb = PictureFile.Load(path, 16, Fit.Crop);

        Assert.All(rgb.Chunk(3), pixel => Assert.Equal([10, 20, 30], pixel));
    }

    private static byte[] Header(int width, int height, byte depth = 8, byte color = 2)
    {
        byte[] data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        data[8] = depth;
        data[9] = color;
        return PngChunks.Make("IHDR", data);
    }

    private static byte[] Png(byte[] header, byte[] rows) =>
        [.. Signature, .. header, .. PngChunks.Make("IDAT", Zlib.Deflate(rows)), .. PngChunks.Make("IEND", [])];

    private static byte[] WithBadCrc()
    {
        byte[] png = SamplePictures.Bytes("rgb8.png");
        png[^13] ^= 1;
        return png;
    }

    private static byte[] JpegWithFrame(byte marker, byte depth = 8, int height = 16, int width = 24)
    {
        byte[] jpeg = SamplePictures.Bytes("baseline.jpg");
        int at = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        jpeg[at + 1] = marker;
        jpeg[at + 4] = depth;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 7), (ushort)width);
        return jpeg;
    }

    private static byte[] HugeWebp() =>
        [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, .. "VP8 "u8, 0, 0, 0, 0];
}
