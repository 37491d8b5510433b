using System.Text;
using LatentWalk.Core.Errors;

namespace LatentWalk.Imaging.Tests;

public sealed class PngFileTests
{
    private static readonly PictureLatent s_latent = new()
    {
        Model = new string('a', 63) + "7",
        Seed = ulong.MaxValue,
        Z = [0.25f, -1.5f, float.Epsilon, 3.4e38f],
        C = [0, 1],
        Truncation = 0.7f,
        Step = 3000,
        Checkpoint = new string('b', 64),
        Weights = "ema",
    };

    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(1, 1, true)]
    [InlineData(31, 7, false)]
    [InlineData(300, 2, false)]
    public void Pixels_come_back_exactly(int width, int height, bool opaque)
    {
        using TemporaryFolder folder = new();
        byte[] rgba = TestPatterns.Gradient(width, height, opaque: opaque);

        PngFile.Write(folder.Path("a.png"), rgba, width, height);

        (byte[] read, int readWidth, int readHeight) = PngFile.Read(folder.Path("a.png"));
        Assert.Equal((width, height), (readWidth, readHeight));
        Assert.Equal(rgba, read);
        Assert.Null(PngFile.ReadLatent(folder.Path("a.png")));
    }

    [Fact]
    public void The_latent_comes_back_exactly()
    {
        using TemporaryFolder folder = new();
        PngFile.Write(folder.Path("a.png"), TestPatterns.Gradient(8, 8), 8, 8, s_latent);

        PictureLatent read = PngFile.ReadLatent(folder.Path("a.png"))!;

        Assert.Equal(PictureLatentJson.Serialize(s_latent), PictureLatentJson.Serialize(read));
        Assert.Equal(s_latent.Z, read.Z);
        Assert.Equal(s_latent.Seed, read.Seed);
        Assert.Equal(Application.NameAndVersion, read.App);
    }

    [Fact]
    public void The_latent_is_plain_iTXt_and_the_texts_for_people_are_tEXt()
    {
        byte[] file = PngFile.Encode(TestPatterns.Gradient(8, 8), 8, 8, s_latent with { Z = new float[512] });

        List<(string Name, byte[] Data)> chunks = PngChunks.Read(file);
        Assert.Equal(["IHDR", "tEXt", "tEXt", "iTXt"], chunks.Take(4).Select(chunk => chunk.Name));
        Assert.Equal("IEND", chunks[^1].Name);
        Assert.Equal("Software\0" + Application.NameAndVersion, Encoding.Latin1.GetString(chunks[1].Data));
        Assert.Equal(
            "parameters\0Steps: 3000, Seed: 18446744073709551615, Truncation: 0.7, Size: 8x8, Model hash: aaaaaaaaaa",
            Encoding.Latin1.GetString(chunks[2].Data));
        Assert.StartsWith("latentwalk\0\0\0en\0\0{\"version\":1,\"model\":\"aaa", Encoding.UTF8.GetString(chunks[3].Data), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_is_the_same_file()
    {
        byte[] rgba = TestPatterns.Gradient(64, 64);

        Assert.Equal(PngFile.Encode(rgba, 64, 64, s_latent), PngFile.Encode(rgba, 64, 64, s_latent));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("iTXt compressed")]
    public void A_latent_is_read_from_any_kind_of_text(string kind)
    {
        using TemporaryFolder folder = new();
        byte[] json = Encoding.UTF8.GetBytes(PictureLatentJson.Serialize(s_latent));
        byte[] data = kind switch
        {
            "tEXt" => [.. "latentwalk\0"u8, .. json],
            "zTXt" => [.. "latentwalk\0\0"u8, .. Zlib.Deflate(json)],
            "iTXt" => [.. "latentwalk\0\0\0\0\0"u8, .. json],
            _ => [.. "latentwalk\0\u0001\0\0\0"u8, .. Zlib.Deflate(json)],
        };
        byte[] png = PngChunks.InsertAfterHeader(SamplePictures.Bytes("rgb8.png"), kind[..4], data);

        PictureLatent read = PngFile.ReadLatent(folder.Put("a.png", png))!;

        Assert.Equal(s_latent.Z, read.Z);
    }

    [Theory]
    [InlineData("{\"version\":1,\"model\":\"x\"", "the JSON is not valid")]
    [InlineData("{\"version\":2,\"model\":\"\",\"truncation\":1,\"app\":\"\"}", "version 2 where 1 was expected")]
    [InlineData("{\"version\":1,\"model\":\"\",\"truncation\":1,\"app\":\"\"}", "'model' is not a SHA-256 of 64 hexadecimal digits; neither 'seed' nor 'z' is given")]
    [InlineData("{\"version\":1,\"model\":\"\",\"truncation\":1,\"app\":\"\",\"more\":1}", "unknown key 'more'")]
    [InlineData("{\"version\":1,\"model\":\"\",\"truncation\":1}", "missing key 'app'")]
    [InlineData("{\"version\":1,\"version\":1,\"model\":\"\",\"truncation\":1,\"app\":\"\"}", "version")]
    [InlineData("{\"version\":1,\"model\":\"\",\"z\":\"AAAA\",\"truncation\":1,\"app\":\"\"}", "3 bytes")]
    [InlineData("{\"version\":1,\"model\":\"\",\"z\":\"AADAfw==\",\"truncation\":1,\"app\":\"\"}", "finite")]
    [InlineData("{\"version\":1,\"model\":null,\"seed\":1,\"truncation\":1,\"app\":\"\"}", "model")]
    [InlineData("{\"version\":1,\"model\":\"\",\"seed\":-1,\"truncation\":1,\"app\":\"\"}", "seed")]
    public void A_latent_that_is_not_strict_JSON_is_refused_with_the_reason(string json, string reason)
    {
        using TemporaryFolder folder = new();
        byte[] text = [.. "latentwalk\0"u8, .. Encoding.UTF8.GetBytes(json)];
        string path = folder.Put("a.png", PngChunks.InsertAfterHeader(SamplePictures.Bytes("rgb8.png"), "tEXt", text));

        BadDataException error = Assert.Throws<BadDataException>(() => PngFile.ReadLatent(path));

        Assert.StartsWith($"'{path}': its text 'latentwalk' is not a latent of this program: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("open another one.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JPEG_is_not_read_as_a_PNG()
    {
        string path = SamplePictures.Path("baseline.jpg");

        BadDataException error = Assert.Throws<BadDataException>(() => PngFile.ReadLatent(path));

        Assert.Equal($"cannot use the picture '{path}': it is a Jpeg; expected a PNG. Replace the file, or leave it out.", error.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_disk_error_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        string path = folder.Path("none/a.png");

        DiskException error = Assert.Throws<DiskException>(() => PngFile.Write(path, new byte[4], 1, 1));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Pixels_of_another_length_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => PngFile.Encode(new byte[15], 2, 2));
}
