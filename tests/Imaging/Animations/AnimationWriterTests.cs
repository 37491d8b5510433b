using System.Buffers.Binary;
using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging.Animations;

namespace LatentWalk.Imaging.Tests.Animations;

public sealed class AnimationWriterTests
{
    private const int Width = 20;
    private const int Height = 12;
    private static readonly byte[][] s_frames = [.. Enumerable.Range(0, 5).Select(i => TestPatterns.Gradient(Width, Height, phase: 40 * i))];

    [Theory]
    [InlineData(30, 1000, new long[] { 33, 34, 33, 33, 34, 33 })]
    [InlineData(24, 1000, new long[] { 42, 41, 42, 42, 41, 42 })]
    [InlineData(25, 1000, new long[] { 40, 40, 40 })]
    [InlineData(60, 100, new long[] { 2, 1, 2, 2, 1, 2 })]
    [InlineData(0.5, 1000, new long[] { 2000, 2000 })]
    [InlineData(1000, 100, new long[] { 1, 1 })]
    public void Frame_times_are_whole_ticks_that_keep_the_length(double framesPerSecond, int ticksPerSecond, long[] expected) =>
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => new FrameClock(framesPerSecond, ticksPerSecond).Ticks(i, i + 1)));

    [Fact]
    public void An_animated_PNG_loops_for_ever_with_every_frame()
    {
        using TemporaryFolder folder = new();
        Write(AnimationFormat.Apng, folder.Path("a.png"), s_frames, 24);

        List<(string Name, byte[] Data)> chunks = PngChunks.Read(File.ReadAllBytes(folder.Path("a.png")));
        Assert.Equal(
            ["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"],
            chunks.Select(chunk => chunk.Name));
        Assert.Equal(5, BinaryPrimitives.ReadInt32BigEndian(chunks[1].Data));
        Assert.Equal(0, BinaryPrimitives.ReadInt32BigEndian(chunks[1].Data.AsSpan(4)));
        double seconds = chunks.Where(chunk => chunk.Name == "fcTL").Sum(chunk =>
            BinaryPrimitives.ReadUInt16BigEndian(chunk.Data.AsSpan(20)) / (double)BinaryPrimitives.ReadUInt16BigEndian(chunk.Data.AsSpan(22)));
        Assert.Equal(5 / 24.0, seconds, 0.0005);
        Assert.Equal(
            Enumerable.Range(0, 9),
            chunks.Where(chunk => chunk.Name is "fcTL" or "fdAT").Select(chunk => BinaryPrimitives.ReadInt32BigEndian(chunk.Data)));
    }

    [Fact]
    public void An_animated_WebP_loops_for_ever_with_the_right_times()
    {
        using TemporaryFolder folder = new();
        Write(AnimationFormat.Webp, folder.Path("a.webp"), s_frames, 30);

        byte[] file = File.ReadAllBytes(folder.Path("a.webp"));
        int animation = file.AsSpan().IndexOf("ANIM"u8);
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(animation + 12)));
        Assert.Equal([33, 34, 33, 33, 34], FrameTimes(file));
    }

    [Fact]
    public void The_first_frame_of_an_animation_is_what_is_loaded()
    {
        using TemporaryFolder folder = new();
        PngFile.Write(folder.Path("still.png"), s_frames[0], Width, Height);
        Write(AnimationFormat.Apng, folder.Path("a.png"), s_frames, 10);
        Write(AnimationFormat.Webp, folder.Path("a.webp"), s_frames, 10);

        byte[] expected = PictureFile.Load(folder.Path("still.png"), Width, Fit.Pad);

        Assert.Equal(expected, PictureFile.Load(folder.Path("a.png"), Width, Fit.Pad));
        Assert.Equal(expected, PictureFile.Load(folder.Path("a.webp"), Width, Fit.Pad));
    }

    [Fact]
    public void Lossy_is_smaller_and_near_enough()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 4).Select(i => TestPatterns.Gradient(128, 128, phase: i))];
        Written.To(folder.Path("exact.webp"), AnimationFormat.Webp, frames, new AnimationSettings(128, 128, 10));
        Written.To(folder.Path("small.webp"), AnimationFormat.Webp, frames, new AnimationSettings(128, 128, 10) { Quality = 60 });

        Assert.True(new FileInfo(folder.Path("small.webp")).Length < new FileInfo(folder.Path("exact.webp")).Length);
        byte[] exact = PictureFile.Load(folder.Path("exact.webp"), 128, Fit.Crop);
        byte[] small = PictureFile.Load(folder.Path("small.webp"), 128, Fit.Crop);
        Assert.InRange(exact.Zip(small, (a, b) => Math.Abs(a - b)).Average(), 0.01, 25);
    }

    [Theory]
    [InlineData("apng")]
    [InlineData("webp")]
    public void Transparent_frames_stay_transparent(string ending)
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 3).Select(i => TestPatterns.Gradient(Width, Height, i, opaque: false))];

        Written.To(folder.Path("a"), ending == "apng" ? AnimationFormat.Apng : AnimationFormat.Webp, frames, new AnimationSettings(Width, Height, 10) { Alpha = true });

        Assert.Equal(frames[0], EncodedPicture.Check(File.ReadAllBytes(folder.Path("a")), "a").Decode().Rgba);
    }

    [Fact]
    public void An_animated_GIF_loops_for_ever_with_the_right_times_and_near_enough_colours()
    {
        using TemporaryFolder folder = new();
        Write(AnimationFormat.Gif, folder.Path("a.gif"), s_frames, 30);

        byte[] file = File.ReadAllBytes(folder.Path("a.gif"));
        Assert.True(file.AsSpan().IndexOf((byte[])[0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]) > 0);
        Assert.Equal([3, 4, 3, 3, 4], GifTimes(file));
        byte[] first = EncodedPicture.Check(file, "a.gif").Decode().Rgba;
        Assert.InRange(first.Zip(s_frames[0], (a, b) => Math.Abs(a - b)).Average(), 0, 4);
    }

    [Fact]
    public void A_GIF_of_few_colours_keeps_every_pixel_and_clear_ones_are_clear()
    {
        using TemporaryFolder folder = new();
        byte[] flags = new byte[4 * Width * Height];
        for (int i = 0; i < Width * Height; i++)
        {
            byte[] pixel = (i % 3) switch { 0 => [200, 30, 30, 255], 1 => [30, 200, 250, 200], _ => [9, 9, 9, 100] };
            pixel.CopyTo(flags, 4 * i);
        }

        Written.To(folder.Path("a.gif"), AnimationFormat.Gif, [flags, s_frames[0]], new AnimationSettings(Width, Height, 10) { Alpha = true });

        byte[] read = EncodedPicture.Check(File.ReadAllBytes(folder.Path("a.gif")), "a.gif").Decode().Rgba;
        Assert.Equal([200, 30, 30, 255, 30, 200, 250, 255, 0, 0, 0, 0], read[..12]);
    }

    [ToolFact("ffprobe")]
    public void Another_program_counts_as_many_frames_and_sees_the_same_pixels()
    {
        using TemporaryFolder folder = new();
        foreach (AnimationFormat format in new[] { AnimationFormat.Apng, AnimationFormat.Gif })
        {
            string path = folder.Path("a." + format.ToString().ToLowerInvariant());
            Write(format, path, s_frames, 25);
            Assert.Equal("5", Programs.RunText("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path).Trim());
        }

        byte[] decoded = Programs.Run("ffmpeg", "-v", "error", "-i", folder.Path("a.apng"), "-f", "rawvideo", "-pix_fmt", "rgba", "-").Output;
        Assert.Equal(s_frames.SelectMany(frame => frame), decoded);
    }

    [ToolFact("convert")]
    public void Another_program_sees_every_pixel_of_every_WebP_frame()
    {
        using TemporaryFolder folder = new();
        Write(AnimationFormat.Webp, folder.Path("a.webp"), s_frames, 25);
        Programs.Run("convert", folder.Path("a.webp"), folder.Path("f-%d.png"));
        for (int i = 0; i < s_frames.Length; i++)
        {
            Assert.Equal(s_frames[i], PngFile.Read(folder.Path($"f-{i}.png")).Rgba);
        }
    }

    [ToolFact("ffmpeg")]
    public void Another_program_sees_the_pixels_of_a_GIF_that_we_see()
    {
        using TemporaryFolder folder = new();
        byte[] noise = TestPatterns.Gradient(200, 150);
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = i % 4 == 3 ? (byte)255 : (byte)(noise[i] + ((uint)i * 2654435761u >> 26));
        }

        Written.To(folder.Path("a.gif"), AnimationFormat.Gif, [noise, TestPatterns.Gradient(200, 150)], new AnimationSettings(200, 150, 10));

        byte[] own = EncodedPicture.Check(File.ReadAllBytes(folder.Path("a.gif")), "a.gif").Decode().Rgba;
        byte[] other = Programs.Run("ffmpeg", "-v", "error", "-i", folder.Path("a.gif"), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "-").Output;
        Assert.Equal(own, other);
    }

    [Theory]
    [InlineData("Apng")]
    [InlineData("Webp")]
    [InlineData("Gif")]
    public void Frames_that_repeat_become_one_that_stays(string format)
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [s_frames[0], s_frames[0], s_frames[0], s_frames[1], s_frames[1], s_frames[0]];
        using AnimationWriter writer = AnimationWriter.Create(Enum.Parse<AnimationFormat>(format), folder.Path("a"), new AnimationSettings(Width, Height, 10));
        foreach (byte[] frame in frames)
        {
            writer.Append(writer.Encode(frame));
        }

        writer.Finish();
        Assert.Equal(3, writer.Written);
        byte[] file = File.ReadAllBytes(folder.Path("a"));
        Assert.Equal([300, 200, 100], format switch
        {
            "Webp" => FrameTimes(file),
            "Gif" => [.. GifTimes(file).Select(time => 10 * time)],
            _ => [.. PngChunks.Read(file).Where(chunk => chunk.Name == "fcTL").Select(chunk => (int)BinaryPrimitives.ReadUInt16BigEndian(chunk.Data.AsSpan(20)))],
        });
    }

    [Fact]
    public void A_picture_that_stands_for_minutes_is_said_again_and_keeps_its_time()
    {
        using TemporaryFolder folder = new();
        using AnimationWriter writer = AnimationWriter.Create(AnimationFormat.Apng, folder.Path("a"), new AnimationSettings(Width, Height, 1));
        byte[] still = writer.Encode(s_frames[0]);
        for (int second = 0; second < 150; second++)
        {
            writer.Append(still);
        }

        writer.Finish();
        Assert.Equal(
            [60_000, 60_000, 30_000],
            PngChunks.Read(File.ReadAllBytes(folder.Path("a"))).Where(chunk => chunk.Name == "fcTL").Select(chunk => (int)BinaryPrimitives.ReadUInt16BigEndian(chunk.Data.AsSpan(20))));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_film()
    {
        using TemporaryFolder folder = new();
        const int Side = 256;
        using AnimationWriter writer = AnimationWriter.Create(AnimationFormat.Webp, folder.Path("a.webp"), new AnimationSettings(Side, Side, 30) { Quality = 1 });
        byte[] frame = TestPatterns.Gradient(Side, Side);
        long before = 0;
        for (int i = 0; i < 200; i++)
        {
            frame[0] = (byte)i;
            frame[4 * Side * Side / 2] = (byte)(i * 7);
            writer.Append(writer.Encode(frame));
            before = i == 20 ? GC.GetTotalMemory(forceFullCollection: true) : before;
        }

        // 180 frames of 256 KB each would be 47 MB.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
        writer.Finish();
    }

    [Fact]
    public void What_is_not_finished_is_not_there_and_what_was_there_stays()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.Path("a.webp"), "old");
        using (AnimationWriter writer = AnimationWriter.Create(AnimationFormat.Webp, folder.Path("a.webp"), new AnimationSettings(Width, Height, 10)))
        {
            writer.Append(writer.Encode(s_frames[0]));
            writer.Append(writer.Encode(s_frames[1]));
        }

        Assert.Equal("old", File.ReadAllText(folder.Path("a.webp")));
        Assert.Equal([folder.Path("a.webp")], Directory.GetFiles(Path.GetDirectoryName(folder.Path("a.webp"))!));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        using TemporaryFolder folder = new();
        DiskException error = Assert.Throws<DiskException>(() => AnimationWriter.Create(AnimationFormat.Gif, folder.Path("none/a.gif"), new AnimationSettings(Width, Height, 10)));
        Assert.Contains("cannot write '", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1001)]
    public void A_rate_that_cannot_be_is_told(double framesPerSecond)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => AnimationWriter.Create(AnimationFormat.Apng, "never", new AnimationSettings(Width, Height, framesPerSecond)));
        Assert.Contains("frames per second; expected more than 0 and at most 1000", error.Message, StringComparison.Ordinal);
    }

    private static void Write(AnimationFormat format, string path, byte[][] frames, double framesPerSecond) =>
        Written.To(path, format, frames, new AnimationSettings(Width, Height, framesPerSecond));

    private static List<int> GifTimes(byte[] gif)
    {
        List<int> times = [];
        for (int at = gif.AsSpan().IndexOf((byte[])[0x21, 0xF9, 4]); at >= 0;)
        {
            times.Add(BinaryPrimitives.ReadUInt16LittleEndian(gif.AsSpan(at + 4)));
            int next = gif.AsSpan(at + 3).IndexOf((byte[])[0x21, 0xF9, 4]);
            at = next < 0 ? -1 : at + 3 + next;
        }

        return times;
    }

    private static List<int> FrameTimes(byte[] webp)
    {
        List<int> times = [];
        for (int at = 12; at + 8 <= webp.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            if (Encoding.ASCII.GetString(webp, at, 4) == "ANMF")
            {
                times.Add(webp[at + 20] | (webp[at + 21] << 8) | (webp[at + 22] << 16));
            }

            at += 8 + length + (length & 1);
        }

        return times;
    }
}
