using Google.Protobuf;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Adopt;

public sealed class AdoptVerbTests : TempFolder
{
    [Theory]
    [InlineData(2, false, 3, "Tanh", null, PixelRange.SignedUnit)]
    [InlineData(4, false, 3, "Sigmoid", null, PixelRange.Unit)]
    [InlineData(4, true, 4, "bytes", null, PixelRange.Levels)]
    [InlineData(2, true, 1, "Tanh", 2, PixelRange.SignedUnit)]
    public void A_foreign_generator_says_what_it_is_and_its_graph_stays_byte_by_byte(int rank, bool last, int channels, string output, int? batch, PixelRange range)
    {
        string theirs = ForeignGraph.Write(At("theirs.onnx"), new ForeignGraph { LatentRank = rank, ChannelsLast = last, Channels = channels, Output = output, FixedBatch = batch });

        var run = ExporterRun.Of("adopt", theirs, "-o", At("ours.onnx"), "--author", "A. Nother", "--license", "CC0-1.0", "--truncation", "0.7", "--seeds", "3,5-6");

        Assert.True(run.Code == 0, run.Output);
        byte[] before = File.ReadAllBytes(theirs), after = File.ReadAllBytes(At("ours.onnx"));
        Assert.Equal(before, after[..before.Length]);
        using var session = Sessions.Open(At("ours.onnx"));
        var metadata = session.Info.Metadata!;
        Assert.Equal((ForeignGraph.ZDim, ForeignGraph.Width, range), (metadata.ZDim, metadata.Resolution, metadata.Range));
        Assert.Equal(("A. Nother", "CC0-1.0", 0.7f), (metadata.Author, metadata.License, metadata.Truncation));
        Assert.Equal([3UL, 5, 6], metadata.SheetSeeds);
        Assert.Equal(ForeignGraph.ZDim, metadata.Directions.Count);
        Assert.Contains(session.Info.Convention, run.Output, StringComparison.Ordinal);
        Assert.Equal(Pixels(theirs), Pixels(At("ours.onnx")));
    }

    [Fact]
    public void What_nobody_said_is_asked_for_and_never_made_up()
    {
        string theirs = ForeignGraph.Write(At("theirs.onnx"), new ForeignGraph());

        var run = ExporterRun.Of("adopt", theirs, "-o", At("ours.onnx"), "--directions", "none");

        Assert.Contains("Nobody can find out by themselves whose it is: say it with --author and --license.", run.Output, StringComparison.Ordinal);
        using var session = Sessions.Open(At("ours.onnx"));
        Assert.Equal((null, null, 1f), (session.Info.Metadata!.Author, session.Info.Metadata.License, session.Info.Metadata.Truncation));
        Assert.False(session.Info.HasOwnDirections);
    }

    [Fact]
    public void A_file_that_was_adopted_can_be_adopted_again_and_keeps_its_axes()
    {
        string theirs = ForeignGraph.Write(At("theirs.onnx"), new ForeignGraph());
        ExporterRun.Of("adopt", theirs, "-o", At("ours.onnx"), "--author", "A. Nother");
        byte[] first = File.ReadAllBytes(At("ours.onnx"));

        var again = ExporterRun.Of("adopt", At("ours.onnx"), "-o", At("ours.onnx"), "--license", "MIT");

        Assert.Contains("along the axes of the file before", again.Output, StringComparison.Ordinal);
        using var session = Sessions.Open(At("ours.onnx"));
        Assert.Equal(("A. Nother", "MIT"), (session.Info.Metadata!.Author, session.Info.Metadata.License));
        ExporterRun.Of("adopt", theirs, "-o", At("ours.onnx"), "--author", "A. Nother");
        Assert.Equal(first, File.ReadAllBytes(At("ours.onnx")));
    }

    [Fact]
    public void A_range_that_running_it_does_not_show_can_be_said()
    {
        string theirs = ForeignGraph.Write(At("theirs.onnx"), new ForeignGraph { Output = "Sigmoid" });

        Assert.Equal(0, ExporterRun.Of("adopt", theirs, "-o", At("ours.onnx"), "--range", "-1,1").Code);

        using var session = Sessions.Open(At("ours.onnx"));
        Assert.Equal(PixelRange.SignedUnit, session.Range);
        Assert.True(Pixels(At("ours.onnx")).Where((_, i) => i % 4 < 3).Min() >= 127, "half of nothing is grey");
    }

    [Theory]
    [InlineData("--range 0,255", 2, "makes floats, expected --range -1,1 or 0,1, or none to find out")]
    [InlineData("--truncation 7", 2, "--truncation is 7, expected 0 to 2")]
    [InlineData("--seeds 5-x", 2, "--seeds '5-x'")]
    [InlineData("--arch dcgan", 2, "--arch is for weights alone (.safetensors)")]
    [InlineData("--arch stylegan", 2, "dcgan")]
    [InlineData("--directions labels", 2, "does not say where its labelled pictures are, or they are gone; name them with --data")]
    [InlineData("--data somewhere", 2, "--data names the labelled pictures for --directions labels")]
    [InlineData("--like theirs.onnx", 2, "has no directions of its own, expected a generator file with some for --like")]
    public void Wrong_use_is_refused_in_one_sentence_and_writes_nothing(string options, int code, string message)
    {
        string theirs = ForeignGraph.Write(At("theirs.onnx"), new ForeignGraph());

        var run = ExporterRun.Of(["adopt", theirs, "-o", At("ours.onnx"), .. options.Replace("theirs.onnx", theirs, StringComparison.Ordinal).Split(' ')]);

        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(At("ours.onnx")));
    }

    [Fact]
    public void What_is_no_generator_is_refused()
    {
        File.WriteAllText(At("text.onnx"), "this is not a model");

        var run = ExporterRun.Of("adopt", At("text.onnx"), "-o", At("ours.onnx"));

        Assert.Equal(4, run.Code);
        Assert.Contains("not a readable ONNX file, at byte 0", run.Output, StringComparison.Ordinal);
    }

    private static byte[] Pixels(string path)
    {
        using var session = Sessions.Open(path);
        var rgba = new byte[4 * session.Info.Width * session.Info.Height * 4];
        session.Run(SmallGenerator.Latents(session.Info.ZDim, 4), 4, rgba);
        return rgba;
    }
}
