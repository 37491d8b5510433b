using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class ModelLibraryTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Runs_and_generators_are_listed_newest_first_with_what_they_are_and_a_face()
    {
        TestGenerator.Write(temp["models/old.onnx"]);
        File.SetLastWriteTimeUtc(temp["models/old.onnx"], DateTime.UtcNow.AddHours(-5));
        TestCheckpoint.WriteRun(temp["runs/faces"]);
        File.WriteAllText(temp["models/broken.onnx"], "no model");

        IReadOnlyList<TitleModel> models = Read();

        Assert.Equal([(temp["runs/faces"], "faces"), (temp["models/old.onnx"], "old")], models.Select(model => (model.Path, model.Name)));
        Assert.Equal("training run, step 1,200, 16x16, just now", models[0].Line);
        Assert.Equal("generator, step 600, 64x64, 5 hours ago", models[1].Line);
        using GeneratorSource source = GeneratorSource.Open(temp["models/old.onnx"], ProviderChoice.Cpu);
        var face = new byte[64 * 64 * 4];
        source.Run(Latent.FromSeed(11, source.ZDim), [], 1, face);
        Assert.Equal(face, models[1].Picture);
        Assert.Equal((16, 16, 16 * 16 * 4), (models[0].PictureWidth, models[0].PictureHeight, models[0].Picture!.Length));
    }

    [Fact]
    public void Nowhere_a_model_is_an_empty_list()
    {
        Assert.Empty(Read());
    }

    [Theory]
    [InlineData(0.5, "just now")]
    [InlineData(90, "90 minutes ago")]
    [InlineData(130, "2 hours ago")]
    [InlineData(60 * 72, "3 days ago")]
    public void Ages_are_said_as_people_say_them(double minutes, string words) =>
        Assert.Equal(words, ModelLibrary.Ago(TimeSpan.FromMinutes(minutes)));

    private IReadOnlyList<TitleModel> Read()
    {
        using ModelLibrary library = new(new ModelFolders([temp.Root]), TimeProvider.System);
        IReadOnlyList<TitleModel> last = [];
        Assert.True(SpinWait.SpinUntil(() =>
        {
            bool complete = library.IsComplete;
            last = library.Take() ?? last;
            return complete;
        }, 20_000));
        return last;
    }
}
