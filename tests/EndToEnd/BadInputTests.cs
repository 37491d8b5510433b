using LatentWalk.Imaging;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>What goes wrong at a user's machine: one clear sentence, the right exit code, nothing half-written.</summary>
public sealed class BadInputTests(TrainedRun trained) : IClassFixture<TrainedRun>
{
    private static string[] Train(string data, string run) =>
        ["train", "--data", data, "--preset", "modern-64", "--run", run, "--steps", "1", "--batch", "4",
            "--generator.width", "8", "--discriminator.width", "8"];

    [Fact]
    public void A_missing_folder_of_pictures_is_bad_data()
    {
        string missing = trained.Inside("nowhere");

        ProgramRun.Of("Trainer", Train(missing, trained.Inside("run-missing"))).Failed(3, missing);
    }

    [Fact]
    public void An_empty_folder_of_pictures_is_bad_data()
    {
        string empty = Directory.CreateDirectory(trained.Inside("empty")).FullName;

        ProgramRun.Of("Trainer", Train(empty, trained.Inside("run-empty"))).Failed(3, empty, "png");
    }

    [Fact]
    public void Unreadable_pictures_are_skipped_counted_and_named()
    {
        string folder = Directory.CreateDirectory(trained.Inside("mixed")).FullName;
        foreach (string face in Directory.GetFiles(trained.Faces, "*.png").Order().Take(8))
        {
            File.Copy(face, Path.Combine(folder, Path.GetFileName(face)));
        }

        byte[] whole = File.ReadAllBytes(Directory.GetFiles(trained.Faces, "*.png").Order().First());
        File.WriteAllBytes(Path.Combine(folder, "cut.png"), whole[..(whole.Length / 2)]);
        File.WriteAllText(Path.Combine(folder, "page.jpg"), "<html>not found</html>");
        File.WriteAllBytes(Path.Combine(folder, "nothing.webp"), []);

        ProgramRun run = ProgramRun.Of("Trainer", Train(folder, trained.Inside("run-mixed"))).Succeeded();

        foreach (string bad in (string[])["cut.png", "page.jpg", "nothing.webp"])
        {
            Assert.Contains(bad, run.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--stepz", "4")]
    [InlineData("--steps", "many")]
    [InlineData("--preset", "anime-65")]
    [InlineData("--batch", "0")]
    [InlineData("--generator.width", "-3")]
    public void A_wrong_option_is_named(string option, string value)
    {
        string run = trained.Inside("run-usage");
        string[] arguments = ["train", "--data", trained.Faces, "--run", run, option, value];

        ProgramRun.Of("Trainer", option == "--preset" ? arguments : [.. arguments, "--preset", "modern-64"]).Failed(2, option.TrimStart('-').Split('.')[^1]);

        Assert.False(Directory.Exists(run), "a refused command must not leave a run folder");
    }

    [Fact]
    public void A_checkpoint_that_was_cut_is_refused_and_nothing_is_published()
    {
        string checkpoint = Directory.GetFiles(Path.Combine(trained.Run, "checkpoints"), "*.safetensors").Order().Last();
        byte[] whole = File.ReadAllBytes(checkpoint);
        string cut = trained.Inside("cut.safetensors");
        string output = trained.Inside("cut.onnx");

        foreach (int length in (int[])[0, 4, 8, 100, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(cut, whole[..length]);

            ProgramRun.Of("Exporter", "export", cut, "-o", output).Failed(4, "cut.safetensors");

            Assert.False(File.Exists(output));
        }
    }

    [Fact]
    public void A_file_that_is_no_generator_is_refused_by_the_viewer()
    {
        string fake = trained.Inside("fake.onnx");
        File.WriteAllText(fake, "this is not a model");

        ProgramRun.Of("Viewer", "view", fake, "--headless", "--frames", "1", "--out", trained.Inside("none")).Failed(4, "fake.onnx");
    }

    [Fact]
    public void Without_a_display_the_window_says_what_to_do()
    {
        Dictionary<string, string?> noDisplay = new() { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null };

        ProgramRun.Of("Viewer", noDisplay, "view", trained.Generator).Failed(6, "--headless");
    }

    [Fact]
    public void A_picture_of_a_model_that_is_nowhere_says_which_and_how_to_name_it()
    {
        string pictures = trained.Inside("orphans");
        ProgramRun.Of("Exporter", "render", trained.Generator, "--seeds", "1", "-o", pictures).Succeeded();
        string orphan = Directory.GetFiles(pictures, "*.png").Single();

        ProgramRun.Of("Viewer", "view", orphan, "--headless", "--frames", "1", "--out", trained.Inside("none"))
            .Failed(4, Path.GetFileName(orphan), PngFile.ReadLatent(orphan)!.Model[..12], "--model");
    }

    [FullDiskFact]
    public void A_full_disk_ends_with_its_own_code_and_leaves_nothing_half_written()
    {
        using FullDisk disk = new(megabytes: 1);
        string output = Path.Combine(disk.Folder, "faces");

        ProgramRun.Of("Trainer", "paint", output, "--count", "2000", "--size", "64").Failed(5, disk.Folder);

        Assert.DoesNotContain(Directory.GetFiles(disk.Folder, "*", SearchOption.AllDirectories), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
