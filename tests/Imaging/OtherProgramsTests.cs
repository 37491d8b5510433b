using System.Globalization;
using System.Text.Json;
using LatentWalk.Imaging.Animations;
using LatentWalk.Imaging.Tests.Animations;

namespace LatentWalk.Imaging.Tests;

/// <summary>What programs that know nothing of us make of our files.</summary>
public sealed class OtherProgramsTests
{
    private static readonly PictureLatent s_latent = new() { Model = new string('0', 64), Seed = 7, Z = new float[100] };

    [ToolFact("pngcheck")]
    public void Pngcheck_finds_nothing_wrong()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [TestPatterns.Gradient(40, 30), TestPatterns.Gradient(40, 30, 99)];
        PngFile.Write(folder.Path("opaque.png"), frames[0], 40, 30, s_latent);
        PngFile.Write(folder.Path("alpha.png"), TestPatterns.Gradient(33, 5, opaque: false), 33, 5, s_latent);
        PngFile.Write(folder.Path("one.png"), [1, 2, 3, 4], 1, 1);
        Written.To(folder.Path("moving.png"), AnimationFormat.Apng, frames, new AnimationSettings(40, 30, 12));

        foreach (string path in PictureFile.Find(folder.Root))
        {
            (int exit, byte[] output) = Programs.Run("pngcheck", "-v", path);
            string text = System.Text.Encoding.UTF8.GetString(output);
            Assert.True(exit == 0 && text.Contains("No errors detected", StringComparison.Ordinal), text);
        }
    }

    [ToolFact("convert")]
    public void ImageMagick_reads_the_same_pixels_and_the_Latin_texts()
    {
        using TemporaryFolder folder = new();
        byte[] rgba = TestPatterns.Gradient(37, 21, opaque: false);
        string path = folder.Path("a.png");
        PngFile.Write(path, rgba, 37, 21, s_latent);

        Assert.Equal(rgba, Programs.Run("convert", path, "-depth", "8", "rgba:-").Output);
        string texts = Programs.RunText("identify", "-verbose", path);
        Assert.Contains("Software: " + Application.NameAndVersion, texts, StringComparison.Ordinal);
        Assert.Contains("parameters: Seed: 7, Truncation: 1, Size: 37x21, Model hash: 0000000000", texts, StringComparison.Ordinal);
    }

    [ToolFact("ffmpeg")]
    public void FFmpeg_reads_every_frame_of_an_animated_PNG()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 6).Select(i => TestPatterns.Gradient(32, 32, phase: 30 * i))];
        string path = folder.Path("a.png");
        Written.To(path, AnimationFormat.Apng, frames, new AnimationSettings(32, 32, 25));

        byte[] raw = Programs.Run("ffmpeg", "-v", "error", "-f", "apng", "-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "-").Output;

        Assert.Equal(frames.SelectMany(frame => frame), raw);
        using JsonDocument probe = JsonDocument.Parse(Programs.RunText("ffprobe", "-v", "error", "-f", "apng", "-show_frames", "-of", "json", path));
        Assert.Equal([0.0, 0.04, 0.08, 0.12, 0.16, 0.2], probe.RootElement.GetProperty("frames").EnumerateArray()
            .Select(frame => Math.Round(double.Parse(frame.GetProperty("pts_time").GetString()!, CultureInfo.InvariantCulture), 4)));
    }

    [ToolFact("convert")]
    public void ImageMagick_reads_every_frame_of_an_animated_WebP()
    {
        using TemporaryFolder folder = new();
        byte[][] frames = [.. Enumerable.Range(0, 4).Select(i => TestPatterns.Gradient(32, 32, phase: 30 * i))];
        string path = folder.Path("a.webp");
        Written.To(path, AnimationFormat.Webp, frames, new AnimationSettings(32, 32, 20));

        Assert.Equal(frames.SelectMany(frame => frame), Programs.Run("convert", path, "-coalesce", "-depth", "8", "rgba:-").Output);
    }

    [ToolFact("python3")]
    public void Pythons_own_library_reads_the_latent()
    {
        using TemporaryFolder folder = new();
        string path = folder.Path("a.png");
        PngFile.Write(path, TestPatterns.Gradient(8, 8), 8, 8, s_latent with { Z = [1.5f, -2] });
        const string Script = """
            import base64, json, struct, sys, zlib
            data = open(sys.argv[1], 'rb').read()
            at = 8
            while at < len(data):
                size, = struct.unpack('>I', data[at:at + 4])
                kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + size]
                assert struct.unpack('>I', data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body)
                if kind == b'iTXt' and body.startswith(b'latentwalk\0'):
                    text = json.loads(body.split(b'\0', 5)[5])
                    print(text['seed'], *struct.unpack('<2f', base64.b64decode(text['z'])))
                at += 12 + size
            """;

        Assert.Equal("7 1.5 -2.0", Programs.RunText("python3", "-c", Script, path).Trim());
    }
}
