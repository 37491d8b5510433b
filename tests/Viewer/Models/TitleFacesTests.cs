using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class TitleFacesTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Models_without_a_picture_get_the_face_that_a_walk_in_them_begins_at()
    {
        TestGenerator.Write(temp["a.onnx"]);
        TestCheckpoint.WriteRun(temp["run"]);
        File.WriteAllText(temp["broken.onnx"], "no model");
        byte[] own = new byte[4];
        using TitleFaces faces = new(new TitleList(
        [
            new TitleModel(temp["a.onnx"], "a", ""),
            new TitleModel(temp["broken.onnx"], "broken", ""),
            new TitleModel(temp["a.onnx"], "has one", "") { Picture = own, PictureWidth = 1, PictureHeight = 1 },
            new TitleModel(temp["run"], "run", ""),
        ]));
        TitleList? last = null;
        Assert.True(SpinWait.SpinUntil(() =>
        {
            bool complete = faces.IsComplete;
            last = faces.Take() ?? last;
            return complete;
        }, 20_000));

        using GeneratorSource source = GeneratorSource.Open(temp["a.onnx"], ProviderChoice.Cpu);
        var face = new byte[64 * 64 * 4];
        source.Run(Latent.FromSeed(11, source.ZDim), [], 1, face);
        Assert.Equal(face, last!.Models[0].Picture);
        Assert.Null(last.Models[1].Picture);
        Assert.Same(own, last.Models[2].Picture);
        Assert.Equal((16, 16, 16 * 16 * 4), (last.Models[3].PictureWidth, last.Models[3].PictureHeight, last.Models[3].Picture!.Length));
    }
}
