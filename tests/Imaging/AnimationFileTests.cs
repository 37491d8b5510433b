using System.Buffers.Binary;
using System.Text;

namespace LatentWalk.Imaging.Tests;

public sealed class AnimationFileTests
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
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => AnimationFile.Ticks(i, framesPerSecond, ticksPerSecond)));

    [Fact]
    public void An_animated_PNG_loops_for_ever_with_every_frame()
    {
        using TemporaryFolder folder = new();
        AnimationFile.WriteApng(folder.Path("a.png"), s_frames, Width, Height, 24);

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
        AnimationFile.WriteWebp(folder.Path("a.webp"), s_frames, Width, Height, 30);

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
        AnimationFile.WriteApng(folder.Path("a.png"), s_frames, Width, Height, 10);
        AnimationFile.WriteWebp(folder.Path("a.webp"), s_frames, Width, Height, 10);

        byte[] expected = PictureFile.Load(folder.Path("still.png"), Width, Fit.Pad);

        Assert.Equal(expected, PictureFile.Load(folder.Path("a.png"), Width, Fit.Pad));
        Assert.Equal(expected, PictureFile.Load(folder.Path("a.webp"), Width, Fit.Pad));
    }

    [Fact]
    public void Lossy_is_smaller_and_near_enough()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 4).Select(i => TestPatterns.Gradient(128, 128, phase: i))];
        AnimationFile.WriteWebp(folder.Path("exact.webp"), frames, 128, 128, 10);
        AnimationFile.WriteWebp(folder.Path("small.webp"), frames, 128, 128, 10, quality: 60);

        Assert.True(new FileInfo(folder.Path("small.webp")).Length < new FileInfo(folder.Path("exact.webp")).Length);
        byte[] exact = PictureFile.Load(folder.Path("exact.webp"), 128, Fit.Crop);
        byte[] small = PictureFile.Load(folder.Path("small.webp"), 128, Fit.Crop);
        Assert.InRange(exact.Zip(small, (a, b) => Math.Abs(a - b)).Average(), 0.01, 25);
    }

    [Fact]
    public void Transparent_frames_stay_transparent()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 3).Select(i => TestPatterns.Gradient(Width, Height, i, opaque: false))];

        AnimationFile.WriteApng(folder.Path("a.png"), frames, Width, Height, 10);

        Assert.Equal(frames[0], PngFile.Read(folder.Path("a.png")).Rgba);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1001)]
    public void A_rate_that_cannot_be_is_told(double framesPerSecond) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AnimationFile.WriteApng("never", s_frames, Width, Height, framesPerSecond));

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
