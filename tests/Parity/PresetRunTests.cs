using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Tests;
using LatentWalk.Trainer.Verbs;
using Xunit.Abstractions;

namespace LatentWalk.Parity.Tests;

/// <summary>Every preset from pictures to a generator file: the recipe's own parts, on small networks and small pictures.</summary>
public sealed class PresetRunTests(ITestOutputHelper output)
{
    private const int Steps = 12;
    private const int Stop = 5;

    public static TheoryData<string> Names => [.. Presets.All.Select(preset => preset.Preset)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_trains_resumes_bit_equal_exports_and_is_drawn_by_ONNX_Runtime(string preset)
    {
        using var folder = new TemporaryFolder();
        string pictures = WritePictures(folder["pictures"]);

        Train(pictures, preset, folder["whole"], Steps);
        Train(pictures, preset, folder["parts"], Stop);
        Train(pictures, preset, folder["parts"], Steps, "--resume");

        var checkpoint = CheckpointLocator.Resolve(folder["whole"]);
        Assert.Equal(Steps, checkpoint.Step);
        Assert.Equal(checkpoint.Sha256, CheckpointLocator.Resolve(folder["parts"]).Sha256);
        using var generator = CheckpointGenerator.Open(checkpoint);
        RequireLearnt(checkpoint);
        foreach (var precision in Enum.GetValues<Precision>())
        {
            byte[] file = CheckpointGraph.Write(generator, new GraphOptions { Precision = precision });
            using var session = GeneratorSession.Open(file, $"{preset}.onnx", new InferenceSettings { Provider = ProviderChoice.Cpu });
            var parity = Compare(session, generator);
            output.WriteLine($"{preset}, {precision}: {parity}");
            Assert.True(ParityBound.Of(precision).Holds(parity), $"{preset}, {precision}: {parity}");
        }
    }

    private static void Train(string pictures, string preset, string run, int steps, params string[] more)
    {
        // A schedule is as long as the run that begins it: here, where that one stops early, as the whole.
        (string Path, string Value)[] length = Presets.Named(preset).Schedule.Enabled ? [("schedule.images", $"{4 * Steps}")] : [];
        string[] fields = more.Contains("--resume") ? [] : [.. Tiny.Changes.Concat(length).SelectMany(change => new[] { $"--{change.Path}", change.Value }), "--preset", preset];
        Assert.Equal(0, TrainVerb.Create().Parse(["--data", pictures, "--run", run, "--steps", $"{steps}", "--output.randomEvery", "4", .. fields, .. more]).Invoke());
    }

    /// <summary>Both networks have left the weights that the seed drew: their optimisers have counted steps, and moments are not 0.</summary>
    private static void RequireLearnt(CheckpointRef checkpoint)
    {
        using var file = SafetensorsFile.Open(checkpoint.Path);
        foreach (string prefix in new[] { TensorNames.GeneratorOptimizerPrefix, TensorNames.DiscriminatorOptimizerPrefix })
        {
            string[] moments = [.. file.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(TensorNames.Weight + TensorNames.ExpAvgSqSuffix, StringComparison.Ordinal))];
            Assert.NotEmpty(moments);
            Assert.All(moments, name => Assert.True(file.Floats(name).Any(value => value > 0), $"{name} has moved nothing"));
        }
    }

    /// <summary>The pictures that the trainer stored in the checkpoint, drawn again from the file.</summary>
    private static ParityRecord Compare(GeneratorSession session, CheckpointGenerator generator)
    {
        int count = generator.ProbeLatents.Length / generator.Spec.ZDim;
        var actual = new float[generator.ProbeImages.Length];
        session.RunFloats(generator.ProbeLatents, generator.ProbeConditions, count, actual);
        var meter = new ParityMeter();
        meter.Add(generator.ProbeImages, actual, count);
        return meter.Result();
    }

    // In two classes, for the preset that learns them.
    private static string WritePictures(string folder)
    {
        Tiny.WritePictures(Path.Combine(folder, "left"));
        Tiny.WritePictures(Path.Combine(folder, "right"), Tiny.PictureCount / 2);
        return folder;
    }
}
