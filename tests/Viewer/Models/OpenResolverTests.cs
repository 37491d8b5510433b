using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Exporter.Tests;
using LatentWalk.Imaging;
using LatentWalk.Inference;
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
        Assert.Equal(temp["runs/two/late.onnx"], Resolver().Resolve((string?)null).Generator);
    }

    [Fact]
    public void Without_a_run_the_first_of_models_is_opened()
    {
        Touch("models/b.onnx", 9);
        Touch("models/a.onnx", 1);
        Assert.Equal(temp["models/a.onnx"], Resolver().Resolve((string?)null).Generator);
    }

    [Fact]
    public void Nowhere_a_generator_says_how_to_get_one()
    {
        LatentWalkException error = Assert.Throws<UsageException>(() => Resolver().Resolve((string?)null));
        Assert.Contains("there is no generator under runs/ or in models/", error.Message, StringComparison.Ordinal);
        Assert.Contains("./lw demo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_checkpoint_says_what_to_wait_for()
    {
        Touch("runs/faces/config.json", 1);
        Assert.Equal(
            $"the run {temp["runs/faces"]} has no checkpoint yet; wait until its training saves the first one, or stop it with Ctrl-C, which saves one.",
            Assert.Throws<BadModelException>(() => Resolver().Resolve(temp["runs/faces"])).Message);
        Assert.Contains("the run", Assert.Throws<UsageException>(() => Resolver().Resolve((string?)null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_opened_by_its_folder_and_stands_for_what_was_exported_from_it()
    {
        TestCheckpoint.WriteRun(temp["runs/faces"]);
        Touch("runs/faces/late.onnx", 9);
        Touch("models/a.onnx", 9);
        Assert.Equal(temp["runs/faces"], Resolver().Resolve(temp["runs/faces"]).Generator);
        Assert.Equal(temp["runs/faces"], Resolver().Resolve((string?)null).Generator);
        Assert.Equal([temp["runs/faces"], temp["models/a.onnx"]], new ModelFolders([temp.Root]).All());
    }

    [Fact]
    public void A_picture_leads_to_the_checkpoint_that_its_generator_was_made_of()
    {
        TestCheckpoint.WriteRun(temp["runs/faces"]);
        string checkpoint = Directory.GetFiles(temp["runs/faces/checkpoints"], "*.safetensors").Single();
        string sha256 = CheckpointLocator.Resolve(checkpoint).Sha256;
        string picture = Picture(Sha("gone"), sha256, "ema");

        Assert.Equal(checkpoint, Resolver().Resolve(picture).Generator);
        Assert.Null(Resolver().Resolve(picture, new GeneratorIdentity(Sha("another"), sha256, "ema")).Generator);
        Assert.Throws<BadModelException>(() => Resolver().Resolve(Picture(Sha("gone"), sha256, "raw")));
    }

    [Fact]
    public void A_picture_leads_to_another_export_of_the_same_checkpoint()
    {
        TestCheckpoint.WriteRun(temp["elsewhere"]);
        CheckpointGenerator generator = CheckpointGenerator.Read(CheckpointLocator.Resolve(temp["elsewhere"]));
        Directory.CreateDirectory(temp["models"]);
        File.WriteAllBytes(temp["models/signed.onnx"], GeneratorExport.Build(generator, new ExportOptions { Author = "Ada" }).ToArray());

        Assert.Equal(temp["models/signed.onnx"], Resolver().Resolve(Picture(Sha("gone"), generator.Source.Sha256, "ema")).Generator);
    }

    [Fact]
    public void Two_generators_are_compared_and_a_third_is_named()
    {
        Touch("a.onnx", 1);
        Touch("b.onnx", 1);
        Touch("c.onnx", 1);
        OpenTarget target = Resolver().Resolve([temp["b.onnx"], temp["a.onnx"], temp["c.onnx"]]);
        Assert.Equal((temp["b.onnx"], temp["a.onnx"]), (target.Generator, target.Other));
        Assert.Equal("left out c.onnx: two generators are compared at a time.", target.Notice);
    }

    [Fact]
    public void Several_pictures_of_one_generator_go_together_and_the_others_are_named()
    {
        Touch("models/mine.onnx", 1, "mine");
        string mine = Picture(Sha("mine"), name: "a.png");
        string strange = Picture(Sha("other"), name: "b.png");
        string again = Picture(Sha("mine"), name: "c.png");
        PngFile.Write(temp["plain.png"], new byte[4 * 4 * 4], 4, 4);

        OpenTarget target = Resolver().Resolve([mine, strange, again, temp["plain.png"]]);

        Assert.Equal(temp["models/mine.onnx"], target.Generator);
        Assert.Equal([mine, again], target.Pictures.Select(picture => picture.Path));
        Assert.Equal("left out plain.png, b.png: no pictures of this generator.", target.Notice);
        Assert.Equal([strange], Resolver().Resolve([mine, strange], new GeneratorIdentity(Sha("other"))).Pictures.Select(picture => picture.Path));
    }

    [Fact]
    public void Walks_sets_and_generators_come_together_in_any_order()
    {
        Touch("faces/one.png", 1);
        Touch("a.onnx", 1);
        Touch("evening.walk.json", 1);
        Touch("notes.txt", 1);
        OpenTarget target = Resolver().Resolve([temp["faces"], temp["notes.txt"], temp["evening.walk.json"], temp["a.onnx"]]);
        Assert.Equal((temp["a.onnx"], temp["evening.walk.json"], temp["faces"]), (target.Generator, target.Walk, target.Data));
        Assert.Equal("left out notes.txt: nothing to walk in, or more than can be opened at once.", target.Notice);
        Assert.Contains("nothing to walk in among notes.txt, ", Assert.Throws<BadModelException>(
            () => Resolver().Resolve([temp["notes.txt"], temp["gone.onnx"]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_or_a_set_by_itself_leaves_the_open_generator_open()
    {
        Touch("evening.walk.json", 1);
        Touch("faces/deeper/one.JPG", 1);
        Touch("models/a.onnx", 1);
        GeneratorIdentity open = new(Sha("any"));
        Assert.Equal((null, temp["evening.walk.json"]), (Resolver().Resolve(temp["evening.walk.json"], open).Generator, Resolver().Resolve(temp["evening.walk.json"], open).Walk));
        Assert.Equal((temp["models/a.onnx"], temp["faces"]), (Resolver().Resolve(temp["faces"]).Generator, Resolver().Resolve(temp["faces"]).Data));
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
        Assert.Null(Resolver().Resolve(picture, new GeneratorIdentity(Sha("mine").ToUpperInvariant())).Generator);
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

    private string Picture(string model, string? checkpoint = null, string? weights = null, string name = "face.png")
    {
        PngFile.Write(temp[name], new byte[4 * 4 * 4], 4, 4, new PictureLatent { Model = model, Seed = 42, Step = 600, Checkpoint = checkpoint, Weights = weights });
        return temp[name];
    }

    private void Touch(string name, int day, string text = "{}")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(temp[name])!);
        File.WriteAllText(temp[name], text);
        File.SetLastWriteTimeUtc(temp[name], new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc));
    }
}
