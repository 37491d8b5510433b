using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using LatentWalk.Imaging;
using LatentWalk.Imaging.Tests;

namespace LatentWalk.Trainer.Tests.Prepare;

/// <summary>A folder of everything that can be wrong with a picture, and good ones among it.</summary>
internal sealed class TortureFolder
{
    private static readonly byte[] s_signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly string _root;

    public TortureFolder(string root)
    {
        _root = root;
        Directory.CreateDirectory(root);
        byte[] png = Painted.Png(0);
        Truncated(png);
        Damaged(png);
        OtherKinds();
        Claims();
        Bombs(png);
        Links();
        OddNames();
        GoodOnes();
    }

    /// <summary>Names, relative, of what must be refused.</summary>
    public List<string> Bad { get; } = [];

    /// <summary>Names, relative, of what must be kept.</summary>
    public List<string> Good { get; } = [];

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Pictures", name);

    /// <summary>A PNG of one header and whatever chunks.</summary>
    public static byte[] Png(uint width, uint height, byte depth, byte colour, byte interlace, params byte[][] chunks)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, interlace);
        return [.. s_signature, .. PngChunks.Make("IHDR", header), .. chunks.SelectMany(chunk => chunk), .. PngChunks.Make("IEND", [])];
    }

    private void Write(string name, ReadOnlySpan<byte> content, bool good = false)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        (good ? Good : Bad).Add(name);
    }

    private void Truncated(byte[] png)
    {
        (string Name, byte[] Content)[] files =
        [
            ("png", png),
            ("jpg", File.ReadAllBytes(Sample("progressive.jpg"))),
            ("webp", File.ReadAllBytes(Sample("lossy.webp"))),
            ("gif", File.ReadAllBytes(Sample("animated.gif"))),
        ];
        foreach ((string ending, byte[] content) in files)
        {
            for (int i = 0; i < 48; i++)
            {
                // The last bytes too: the end of a file is where readers forgive most.
                int length = i < 6 ? content.Length - 1 - i : i * content.Length / 49;
                Write($"truncated/{ending}-{i:D2}.{ending}", content.AsSpan(0, length));
            }
        }
    }

    private void Damaged(byte[] png)
    {
        int data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = (byte[])png.Clone();
            damaged[data + (i * (png.Length - data - 16) / 40)] ^= (byte)(1 << (i % 8));
            Write($"damaged/bit-{i:D2}.png", damaged);
        }

        byte[] header = (byte[])png.Clone();
        header[16] ^= 0x40;
        Write("damaged/header-crc.png", header);
        Write("damaged/no-data.png", Png(64, 64, 8, 2, 0));
        Write("damaged/no-palette.png", Png(64, 64, 8, 3, 0, PngChunks.Make("IDAT", Zlib.Deflate(new byte[64 * 65]))));
        Write("damaged/bad-depth.png", Png(64, 64, 7, 2, 0, PngChunks.Make("IDAT", Zlib.Deflate(new byte[64 * 193]))));
        Write("damaged/bad-colour.png", Png(64, 64, 8, 5, 0, PngChunks.Make("IDAT", Zlib.Deflate(new byte[64 * 257]))));
        Write("damaged/not-zlib.png", Png(64, 64, 8, 2, 0, PngChunks.Make("IDAT", new byte[500])));
        Write("damaged/short-data.png", Png(64, 64, 8, 2, 0, PngChunks.Make("IDAT", Zlib.Deflate(new byte[500]))));
    }

    private void OtherKinds()
    {
        (string Name, byte[] Content)[] files =
        [
            ("html.jpg", "<!doctype html><html><body>404</body></html>"u8.ToArray()),
            ("html.png", "<html>"u8.ToArray()),
            ("json.webp", "{\"error\":\"not found\"}"u8.ToArray()),
            ("text.gif", "GIF8"u8.ToArray()),
            ("empty.png", []),
            ("empty.jpg", []),
            ("zeros.png", new byte[4096]),
            ("zeros.webp", new byte[64 * 1024]),
            ("ones.jpg", Enumerable.Repeat((byte)255, 5000).ToArray()),
            ("marker.jpg", [0xFF, 0xD8, 0xFF]),
            ("markers.jpg", [0xFF, 0xD8, 0xFF, 0xD9]),
            ("riff.webp", "RIFF\xFF\xFF\xFF\x7FWEBP"u8.ToArray()),
            ("wave.webp", [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[28]]),
            ("bitmap.png", [.. "BM"u8, .. new byte[200]]),
            ("tiff.jpg", [.. "II*\0"u8, .. new byte[200]]),
            ("icon.gif", [0, 0, 1, 0, 1, 0, .. new byte[200]]),
            ("script.png", "#!/bin/sh\ntouch /tmp/never\n"u8.ToArray()),
            ("program.png", [.. "MZ"u8, .. new byte[300]]),
            ("elf.jpg", [0x7F, .. "ELF"u8, .. new byte[300]]),
            ("pdf.jpg", "%PDF-1.7\n"u8.ToArray()),
            ("vector.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()),
            ("video.gif", [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[100]]),
            ("zip.png", [.. "PK\x03\x04"u8, .. new byte[100]]),
            ("gif-head.gif", "GIF89a"u8.ToArray()),
            ("gif-no-picture.gif", [.. "GIF89a"u8, 64, 0, 64, 0, 0, 0, 0, 0x3B]),
            ("notes.txt", "not a picture"u8.ToArray()),
            ("Thumbs.db", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }),
            (".DS_Store", new byte[] { 0, 0, 0, 1 }),
            ("set.lwset", [.. "LWSET\0\0\0"u8, 0, 101, 205, 29, .. new byte[100]]),
            ("random.png", Random(1, 3000)),
            ("random.jpg", Random(2, 3000)),
            ("random-jpeg.jpg", [0xFF, 0xD8, 0xFF, .. Random(3, 3000)]),
            ("random-png.png", [.. s_signature, .. Random(4, 3000)]),
            ("random-gif.gif", [.. "GIF89a"u8, .. Random(5, 3000)]),
            ("random-webp.webp", [.. "RIFF"u8, 0, 8, 0, 0, .. "WEBPVP8 "u8, .. Random(6, 3000)]),
        ];
        foreach ((string name, byte[] content) in files)
        {
            Write("others/" + name, content);
        }
    }

    private void Claims()
    {
        byte[] some = PngChunks.Make("IDAT", Zlib.Deflate(new byte[1000]));
        (string Name, uint Width, uint Height, byte Interlace)[] sizes =
        [
            ("500-million-rows", 1, 500_000_000, 0), ("500-million-columns", 500_000_000, 1, 0), ("most", uint.MaxValue, uint.MaxValue, 0),
            ("negative", 0x80000000, 64, 0), ("none", 0, 64, 0), ("no-rows", 64, 0, 0), ("too-wide", 65_536, 1, 0), ("too-many", 9000, 9000, 0),
            ("too-many-interlaced", 9000, 9000, 1), ("all-of-memory", 65_535, 65_535, 0), ("cut", 8000, 8000, 0), ("cut-interlaced", 8000, 8000, 1),
        ];
        foreach ((string name, uint width, uint height, byte interlace) in sizes)
        {
            Write($"claims/{name}.png", Png(width, height, 8, 6, interlace, some));
        }

        byte[] jpeg = File.ReadAllBytes(Sample("baseline.jpg"));
        int frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt32BigEndian(jpeg.AsSpan(frame + 5), 0xFFFFFFFF);
        Write("claims/jpeg.jpg", jpeg);
        byte[] gif = File.ReadAllBytes(Sample("still.gif"));
        BinaryPrimitives.WriteUInt32LittleEndian(gif.AsSpan(6), 0xFFFFFFFF);
        Write("claims/gif.gif", gif);
        Write("claims/webp.webp", [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, .. new byte[8]]);
        Write("claims/1x1.png", PngFile.Encode([1, 2, 3, 255], 1, 1));
        Write("claims/2x2.png", PngFile.Encode(new byte[16], 2, 2));
        Write("claims/strip.png", PngFile.Encode(new byte[4 * 5000 * 50], 5000, 50));
        Write("claims/tower.png", PngFile.Encode(new byte[4 * 50 * 5000], 50, 5000));
    }

    private void Bombs(byte[] png)
    {
        byte[] zeros = Zlib.Deflate(new byte[100 * 1024 * 1024]);
        // Read harmlessly, as far as its header says, and then too small.
        Write("bombs/pixels.png", Png(8, 8, 8, 2, 0, PngChunks.Make("IDAT", zeros)));
        Write("bombs/profile.png", Png(9000, 9000, 8, 2, 0, PngChunks.Make("iCCP", [.. "a\0\0"u8, .. zeros]), PngChunks.Make("IDAT", zeros)));
        Write("bombs/chunks.png", Png(20_000, 20_000, 1, 0, 0, [.. Enumerable.Range(0, 2000).Select(_ => PngChunks.Make("IDAT", [1]))]));

        // A good picture that carries a text of 100 MB, and a header that makes readers look at it.
        byte[] text = PngChunks.InsertAfterHeader(png, "zTXt", [.. "parameters\0\0"u8, .. zeros]);
        Write("good/with-a-text-bomb.png", PngChunks.InsertAfterHeader(text, "eXIf", "II*\0\x08\0\0\0\0\0"u8), good: true);
    }

    private void Links()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string links = Path.Combine(_root, "links");
        Directory.CreateDirectory(links);
        string outside = _root + "-outside";
        Directory.CreateDirectory(outside);
        File.WriteAllBytes(Path.Combine(outside, "secret.png"), Painted.Png(900));
        void Link(string name, string target)
        {
            File.CreateSymbolicLink(Path.Combine(links, name), target);
            Bad.Add("links/" + name);
        }

        Link("itself.png", Path.Combine(links, "itself.png"));
        Link("a.png", Path.Combine(links, "b.png"));
        Link("b.png", Path.Combine(links, "a.png"));
        Link("nothing.png", Path.Combine(links, "nowhere.png"));
        Link("out.png", Path.Combine(outside, "secret.png"));
        Link("up.png", "../../" + Path.GetFileName(outside) + "/secret.png");
        Link("loop", links);
        Link("root", "/");
        Link("outside", outside);
        using var fifo = Process.Start("mkfifo", [Path.Combine(links, "pipe.png")]);
        fifo.WaitForExit();
        Bad.Add("links/pipe.png");
    }

    private void OddNames()
    {
        string[] names =
        [
            "space .png", " leading.png", "-dash.png", "--out.png", "quote'\".png", "<script>alert(1)<&.png", "new\nline.png", "tab\t.png", "dot..png",
            "émoji-😀.png", "ｆｕｌｌ.png", "\u202Egnp.exe", "percent%2e%2e.png", "semi;colon.png", "dollar$(x).png", "back\\slash.png", "no-ending", "UPPER.PNG",
            new string('n', 200) + ".png", "combining-e\u0301.png", "*.png", "CON.png",
        ];
        string[] possible = OperatingSystem.IsWindows() ? [.. names.Where(name => name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && name != "CON.png")] : names;
        for (int i = 0; i < possible.Length; i++)
        {
            Write("odd/" + possible[i], Painted.Png(100 + i), good: true);
            Write("odd/bad " + possible[i], Painted.Png(0).AsSpan(0, 200 + i));
        }

        Directory.CreateDirectory(Path.Combine(_root, "folder.png"));
        Write("folder.png/inside.png", Painted.Png(150), good: true);
        string deep = string.Join('/', Enumerable.Repeat("deep", 40));
        Write(deep + "/deep.png", Painted.Png(151), good: true);
    }

    private void GoodOnes()
    {
        for (int i = 0; i < 30; i++)
        {
            Write($"good/{i:D2}.png", Painted.Png(200 + i), good: true);
        }

        Write("good/called.jpg", Painted.Png(300), good: true);
        foreach (string name in (string[])["cmyk.jpg", "grey16.png", "rgba16.png", "grey1.png", "palettealpha8.png", "animated.png", "animated.gif", "animated.webp", "interlaced.png", "progressive.jpg"])
        {
            Write("good/kinds-" + name, File.ReadAllBytes(Sample(name)), good: true);
        }
    }

    private static byte[] Random(int seed, int count)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
