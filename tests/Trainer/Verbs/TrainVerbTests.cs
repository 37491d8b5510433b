using LatentWalk.Core.Checkpoints;
using LatentWalk.Trainer.Options;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class TrainVerbTests
{
    [Fact]
    public void A_run_folder_has_its_configuration_log_sheets_and_checkpoints()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["pictures"]);
        File.WriteAllText(folder["pictures/bad.png"], "not a picture");

        using var trainer = TrainerProcess.Run(TrainCommand.New(
            folder["pictures"], folder["run"], "modern-64", "--steps", "12", "--checkpoint-every", "5", "--output.logEvery", "4", "--output.sampleSteps", "6"));

        Assert.Equal((0, ""), (trainer.ExitCode, trainer.Output));
        Assert.Contains("warning: 1 of 11 files could not be used and are left out; all are named in 'skipped.txt' of the run.", trainer.Error, StringComparison.Ordinal);
        Assert.StartsWith(folder["pictures/bad.png"] + "\t", File.ReadAllText(folder["run/skipped.txt"]), StringComparison.Ordinal);
        Assert.Contains("modern-64: 10 pictures at 16×16, batch 4, 1 thread on cpu, from the start to 12.", trainer.Error, StringComparison.Ordinal);
        Assert.Equal([4, 8, 12], LogSteps(folder["run"]));
        Assert.Equal(["step-000006.png", "step-000012.png"], Names(folder["run/samples"]));
        Assert.Equal(["step-000010.safetensors", "step-000012.safetensors"], Names(folder["run/checkpoints"]).Where(name => name.StartsWith("step", StringComparison.Ordinal)));
        Assert.Equal(12, CheckpointLocator.Resolve(folder["run"]).Step);
        Assert.Contains(Tiny.Pictures().Fingerprint, File.ReadAllText(folder["run/config.json"]), StringComparison.Ordinal);
        Assert.Contains($"\"pictures\": {Tiny.PictureCount}", File.ReadAllText(folder["run/config.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_done_is_one_sentence_and_the_right_exit_code()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        Directory.CreateDirectory(folder["empty"]);
        File.WriteAllText(folder["file"], "");
        string run = folder["run"];

        Expect(2, "--sted", ["train", "--data", pictures, "--run", run, "--sted", "3"]);
        Expect(2, "--run", ["train", "--data", pictures]);
        Expect(2, $"there is no preset 'anime-65'. Presets: {string.Join(", ", Presets.All.Select(preset => preset.Preset))}.", ["train", "--data", pictures, "--run", run, "--preset", "anime-65"]);
        Expect(2, "--steps is 'ten'; it must be a number.", ["train", "--data", pictures, "--run", run, "--steps", "ten"]);
        Expect(2, "the configuration does not make sense: batch is 1; it must be from 2 to 4096.", ["train", "--data", pictures, "--run", run, "--batch", "1"]);
        Expect(2, "there is nothing to train on. Name a folder of pictures, a zip or a set with --data.", ["train", "--run", run]);
        Expect(2, $"there is no run to resume in '{run}': it has no config.json. Leave out --resume to start one.", TrainCommand.Resume(run));
        Expect(2, $"'{folder["file"]}' is a file; --run needs a folder.", ["train", "--data", pictures, "--run", folder["file"]]);
        Expect(3, $"there is no folder of pictures at '{folder["none"]}', and no zip or set. Give one with --data.", ["train", "--data", folder["none"], "--run", run]);
        Expect(3, $"the folder '{folder["empty"]}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.", ["train", "--data", folder["empty"], "--run", run]);

        Assert.False(Directory.Exists(run), "Nothing is written before the pictures are read.");
    }

    [Fact]
    public void A_run_begins_with_the_weights_of_another_one_and_goes_on_from_them()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        using var first = TrainerProcess.Run(TrainCommand.New(pictures, folder["first"], "modern-64", "--steps", "3"));

        using var second = TrainerProcess.Run(TrainCommand.New(pictures, folder["second"], "modern-64", "--steps", "4", "--seed", "5", "--init", folder["first"]));
        using var absent = TrainerProcess.Run(TrainCommand.New(pictures, folder["third"], "modern-64", "--steps", "4", "--init", folder["none"]));
        using var misfit = TrainerProcess.Run(TrainCommand.New(pictures, folder["fourth"], "modern-64", "--steps", "4", "--init", folder["pictures/00.png"]));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"From '{CheckpointLocator.Resolve(folder["first"]).Path}': ", second.Error, StringComparison.Ordinal);
        Assert.Contains(" taken, 0 begin anew, 0 of the file not taken. All are named in 'init.txt' of the run.", second.Error, StringComparison.Ordinal);
        Assert.Contains("taken\tgenerator.tconv1.weight\tgenerator.tconv1.weight\n", File.ReadAllText(folder["second/init.txt"]), StringComparison.Ordinal);
        using var begun = SafetensorsFile.Open(folder["second/checkpoints/step-000000.safetensors"]);
        using var source = SafetensorsFile.Open(CheckpointLocator.Resolve(folder["first"]).Path);
        Assert.Equal(source.Floats("generator.tconv1.weight"), begun.Floats("generator.tconv1.weight"));
        Assert.Equal((4, $"'{folder["none"]}' does not exist"), (absent.ExitCode, absent.Error[absent.Error.IndexOf($"'{folder["none"]}'", StringComparison.Ordinal)..][..(folder["none"].Length + 17)]));
        Assert.Equal(4, misfit.ExitCode);
        Assert.False(File.Exists(folder["third/config.json"]) || File.Exists(folder["fourth/config.json"]), "What cannot begin leaves no run behind.");
    }

    [Fact]
    public void A_device_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        if (TorchSharp.torch.cuda.is_available())
        {
            return;
        }

        Expect(
            6,
            "the device 'cuda' was asked for, and the tensor library finds none: no NVIDIA GPU, no driver, or a library built for the CPU only. Train with --device cpu, or see 'lw doctor'.",
            ["train", "--data", Tiny.WritePictures(folder["pictures"]), "--run", folder["run"], "--device", "cuda"]);
    }

    [Fact]
    public void A_run_is_continued_only_when_asked_for_and_only_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string pictures = Tiny.WritePictures(folder["pictures"]);
        string others = Tiny.WritePictures(folder["others"], 6);
        string run = folder["run"];
        using var first = TrainerProcess.Run(TrainCommand.New(pictures, run, "modern-64", "--steps", "6"));
        Assert.Equal(0, first.ExitCode);

        Expect(2, $"'{run}' already holds a run. Continue it with --resume, or choose another folder with --run.", TrainCommand.New(pictures, run, "modern-64"));
        Expect(
            2,
            $"the run '{run}' cannot be resumed with a different configuration: batch is 8 here and 4 in the run; seed is 2 here and 1 in the run. Leave them out to continue it, or start a new run.",
            TrainCommand.Resume(run, "--batch", "8", "--seed", "2"));
        Expect(3, $"the pictures in '{others}' are not those that the run '{run}' was trained on", TrainCommand.Resume(run, "--data", others));
        Expect(2, $"the run '{run}' is at step 6 already, past --steps 5. Ask for more steps.", TrainCommand.Resume(run, "--steps", "5"));

        string config = folder["run/config.json"];
        string json = File.ReadAllText(config);
        File.WriteAllText(config, json.Replace("\"batch\": 4,", "", StringComparison.Ordinal));
        Expect(3, $"'{config}' is not a usable configuration: missing key 'batch' in $. Correct it, or start a new run.", TrainCommand.Resume(run));
        File.WriteAllText(config, json);

        string checkpoint = CheckpointLocator.Resolve(run).Path;
        byte[] whole = File.ReadAllBytes(checkpoint);
        File.WriteAllBytes(checkpoint, whole[..(whole.Length / 3)]);
        Expect(4, checkpoint, TrainCommand.Resume(run));
        File.WriteAllBytes(checkpoint, whole);

        using var resumed = TrainerProcess.Run(TrainCommand.Resume(run, "--steps", "8"));
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("on from step 6 to 8.", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(8, CheckpointLocator.Resolve(run).Step);
    }

    [Fact]
    public void Training_that_diverges_ends_with_7()
    {
        using var folder = new TemporaryFolder();

        Expect(
            7,
            "training diverged at step ",
            TrainCommand.New(Tiny.WritePictures(folder["pictures"]), folder["run"], "modern-64", "--steps", "50", "--generatorOptimizer.learningRate", "1e38", "--discriminatorOptimizer.learningRate", "1e38"));
    }

    [Fact]
    public void Benchmarks_print_one_json_object()
    {
        using var folder = new TemporaryFolder();

        using var train = TrainerProcess.Run("bench", "train", "--preset", "anime-64", "--steps", "1", "--batch", "2", "--threads", "1", "--json");
        using var loader = TrainerProcess.Run("bench", "loader", "--data", Tiny.WritePictures(folder["pictures"]), "--size", "8", "--json");

        var trained = System.Text.Json.JsonDocument.Parse(train.Output).RootElement;
        var loaded = System.Text.Json.JsonDocument.Parse(loader.Output).RootElement;
        Assert.Equal(("train", "anime-64", 1), (trained.GetProperty("bench").GetString(), trained.GetProperty("preset").GetString(), trained.GetProperty("threads").GetInt32()));
        Assert.Equal(2 / trained.GetProperty("stepSeconds").GetDouble(), trained.GetProperty("imagesPerSecond").GetDouble(), 0.1);
        Assert.Equal(("loader", 10), (loaded.GetProperty("bench").GetString(), loaded.GetProperty("pictures").GetInt32()));
        Assert.True(loaded.GetProperty("imagesPerSecond").GetDouble() > 0);
    }

    [Fact]
    public void Doctor_tells_the_library_the_devices_and_the_threads()
    {
        using var doctor = TrainerProcess.Run("doctor");

        Assert.Equal(0, doctor.ExitCode);
        Assert.All(["Library profile", "Torch", "Training devices", "Cores"], name => Assert.Contains(name, doctor.Output, StringComparison.Ordinal));
    }

    private static void Expect(int exitCode, string text, string[] arguments)
    {
        using var trainer = TrainerProcess.Run(arguments);
        Assert.True(exitCode == trainer.ExitCode, $"expected {exitCode}, found {trainer.ExitCode}: {trainer.Error}");
        Assert.Contains(text, trainer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", trainer.Error, StringComparison.Ordinal);
        Assert.Equal("", trainer.Output);
    }

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static IEnumerable<long> LogSteps(string run) => File.ReadLines(RunFolder.LogPath(run))
        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("step").GetInt64());
}
