using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class OpenResolverTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void With_nothing_named_the_generator_exported_last_under_runs_is_opened()
    {
        Touch("models/a.onnx", 9);
        Touch("runs/one/generator.onnx", 1);
        Touch("runs/two/late.onnx", 2);
        Assert.Equal(temp["runs/two/late.onnx"], Resolver().Resolve(null).Generator);
    }

    [Fact]
    public void Without_a_run_the_first_of_models_is_opened()
    {
        Touch("models/b.onnx", 9);
        Touch("models/a.onnx", 1);
        Assert.Equal(temp["models/a.onnx"], Resolver().Resolve(null).Generator);
    }

    [Fact]
    public void Nowhere_a_generator_says_how_to_get_one()
    {
        LatentWalkException error = Assert.Throws<UsageException>(() => Resolver().Resolve(null));
        Assert.Contains("there is no generator under runs/ or in models/", error.Message, StringComparison.Ordinal);
        Assert.Contains("./lw demo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_generator_says_how_to_export_one()
    {
        Touch("runs/faces/config.json", 1);
        BadModelException error = Assert.Throws<BadModelException>(() => Resolver().Resolve(temp["runs/faces"]));
        Assert.Contains($"./lw export {temp["runs/faces"]} -o ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_says_how_to_export_it()
    {
        Touch("step-000200.safetensors", 1);
        BadModelException error = Assert.Throws<BadModelException>(() => Resolver().Resolve(temp["step-000200.safetensors"]));
        Assert.Contains("is a checkpoint", error.Message, StringComparison.Ordinal);
        Assert.Contains("./lw export", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_strange_one_are_told_apart()
    {
        Assert.Contains("there is no file or folder", Assert.Throws<UsageException>(() => Resolver().Resolve(temp["no.onnx"])).Message, StringComparison.Ordinal);
        Touch("notes.txt", 1);
        Assert.Contains("is not something to walk in", Assert.Throws<BadModelException>(() => Resolver().Resolve(temp["notes.txt"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_picture_finds_its_generator_by_its_bytes()
    {
        Touch("models/other.onnx", 1, "other");
        Touch("runs/x/mine.onnx", 1, "mine");
        string picture = Picture(Sha("mine"));
        OpenTarget target = Resolver().Resolve(picture);
        Assert.Equal(temp["runs/x/mine.onnx"], target.Generator);
        Assert.Equal(42ul, target.Picture!.Seed);
        Assert.Null(Resolver().Resolve(picture, Sha("mine").ToUpperInvariant()).Generator);
    }

    [Fact]
    public void A_picture_of_another_generator_says_which()
    {
        Touch("models/other.onnx", 1, "other");
        BadModelException error = Assert.Throws<BadModelException>(() => Resolver().Resolve(Picture(Sha("gone"))));
        Assert.Contains("made by another generator (step 600)", error.Message, StringComparison.Ordinal);
        Assert.Contains(Sha("gone")[..12], error.Message, StringComparison.Ordinal);
        Assert.Contains("--model FILE", error.Message, StringComparison.Ordinal);
        Assert.Equal("named.onnx", new OpenResolver(new ModelFolders([temp.Root]), "named.onnx").Resolve(Picture(Sha("gone"))).Generator);
    }

    [Fact]
    public void A_picture_without_a_latent_is_refused()
    {
        PngFile.Write(temp["plain.png"], new byte[4 * 4 * 4], 4, 4);
        Assert.Contains("carries no latent", Assert.Throws<BadDataException>(() => Resolver().Resolve(temp["plain.png"])).Message, StringComparison.Ordinal);
    }

    private static string Sha(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private OpenResolver Resolver() => new(new ModelFolders([temp.Root]));

    private string Picture(string model)
    {
        PngFile.Write(temp["face.png"], new byte[4 * 4 * 4], 4, 4, new PictureLatent { Model = model, Seed = 42, Step = 600 });
        return temp["face.png"];
    }

    private void Touch(string name, int day, string text = "{}")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(temp[name])!);
        File.WriteAllText(temp[name], text);
        File.SetLastWriteTimeUtc(temp[name], new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc));
    }
}
