using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Directions;

public sealed class ExportDirectionsTests : TempFolder
{
    [Fact]
    public void The_default_is_SeFa_ranked_by_how_much_the_picture_changes()
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Contains("It has 12 directions (sefa) that explain 100 %.", export.Output, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 12).Select(k => $"sefa{k}"), Directions("g.onnx").Select(direction => direction.Name));
        Assert.True(Change("g.onnx", 0) > Change("g.onnx", 11), "the first axis changes the picture more than the last");
        Assert.InRange(Directions("g.onnx").Sum(direction => direction.ExplainedVariance), 0.999, 1.001);
    }

    [Theory]
    [InlineData("pca", "pca1", 12)]
    [InlineData("sefa", "sefa1", 12)]
    [InlineData("none", null, 0)]
    public void Another_basis_can_be_asked_for(string kind, string? first, int count)
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("g.onnx"), "--directions", kind).Code);

        using var session = Sessions.Open(At("g.onnx"));
        Assert.Equal((count, count > 0), (session.Info.Metadata!.Directions.Count, session.Info.HasOwnDirections));
        Assert.Equal(first, session.Info.Metadata.Directions is [var leading, ..] ? leading.Name : null);
    }

    [Fact]
    public void An_axis_keeps_its_meaning_when_a_run_that_went_on_is_exported_again()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        ExporterRun.Of("export", run, "-o", At("g.onnx"));
        var before = Directions("g.onnx");
        TestCheckpoint.WriteRun(run, step: 1400, change: TrainOn);
        ExporterRun.Of("export", run, "-o", At("elsewhere.onnx"), "--directions", "sefa");

        var again = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Contains("along the axes of the file before", again.Output, StringComparison.Ordinal);
        var aligned = Directions("g.onnx");
        Assert.Equal(before.Select(direction => direction.Name), aligned.Select(direction => direction.Name));
        Assert.True(Same(before, aligned) > 0.99, $"{Same(before, aligned)}");
        Assert.True(Same(before, Directions("elsewhere.onnx")) < 0.9, $"without the file before: {Same(before, Directions("elsewhere.onnx"))}");

        // The same again changes nothing, and another place follows it when told to.
        byte[] bytes = File.ReadAllBytes(At("g.onnx"));
        ExporterRun.Of("export", run, "-o", At("g.onnx"));
        Assert.Equal(bytes, File.ReadAllBytes(At("g.onnx")));
        ExporterRun.Of("export", run, "-o", At("elsewhere.onnx"), "--like", At("g.onnx"));
        Assert.Equal(bytes, File.ReadAllBytes(At("elsewhere.onnx")));
    }

    [Fact]
    public void Where_there_is_no_file_before_the_checkpoint_before_turns_the_axes()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        ExporterRun.Of("export", run, "-o", At("before.onnx"));
        TestCheckpoint.WriteRun(run, step: 1400, change: TrainOn);
        ExporterRun.Of("export", TestCheckpoint.WriteRun(At("alone"), step: 1400, change: TrainOn), "-o", At("alone.onnx"));

        ExporterRun.Of("export", run, "-o", At("g.onnx"));

        var before = Directions("before.onnx");
        double turned = Nearest(Directions("g.onnx"), before), alone = Nearest(Directions("alone.onnx"), before);
        Assert.True(turned > 0.99 && turned > alone + 0.01, $"turned {turned}, alone {alone}");
    }

    [Fact]
    public void Left_to_choose_the_next_export_keeps_the_kind_of_basis_that_the_file_has()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        ExporterRun.Of("export", run, "-o", At("g.onnx"), "--directions", "pca");
        byte[] before = File.ReadAllBytes(At("g.onnx"));

        ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Equal("pca1", Directions("g.onnx")[0].Name);
        Assert.Equal(before, File.ReadAllBytes(At("g.onnx")));
    }

    [Fact]
    public void The_axes_of_another_network_are_not_followed()
    {
        ExporterRun.Of("export", TestCheckpoint.WriteRun(At("other"), SmallGenerator.Spec with { Width = 8 }), "-o", At("g.onnx"));
        string run = TestCheckpoint.WriteRun(At("run"));
        ExporterRun.Of("export", run, "-o", At("fresh.onnx"));

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.DoesNotContain("along the axes", export.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(At("fresh.onnx")), File.ReadAllBytes(At("g.onnx")));
    }

    [Fact]
    public void A_file_before_that_is_damaged_is_said_and_written_over()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        File.WriteAllText(At("g.onnx"), "this is not a model");

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Equal(0, export.Code);
        Assert.Contains("is no usable generator, so its axes are not followed", export.Output, StringComparison.Ordinal);
        Assert.Equal(12, Directions("g.onnx").Count);
    }

    [Fact]
    public void Labelled_pictures_give_directions_named_after_their_classes()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        Paint("set/dark", 40);
        Paint("set/bright", 200);

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"), "--directions", "labels", "--data", At("set"));

        Assert.True(export.Code == 0, export.Output);
        var directions = Directions("g.onnx");
        Assert.Single(directions, direction => direction.Name is "bright" or "dark");
        Assert.Contains(directions, direction => direction.Name == "sefa1");
        float[] z = Latent.FromSeed(5, 12), along = Latent.FromSeed(5, 12);
        Sphere.Step(along, directions[0].Vector, 0.5f);
        Assert.Equal(directions[0].Name == "bright", Brightness(along) > Brightness(z));
    }

    [Fact]
    public void A_run_that_does_not_say_where_its_labels_are_is_asked_for_them()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        Directory.CreateDirectory(At("set"));

        var unknown = ExporterRun.Of("export", run, "-o", At("g.onnx"), "--directions", "labels");
        var empty = ExporterRun.Of("export", run, "-o", At("g.onnx"), "--directions", "labels", "--data", At("set"));

        Assert.Equal((2, 3), (unknown.Code, empty.Code));
        Assert.Contains("does not say where its labelled pictures are, or they are gone; name them with --data", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("has 0 pictures and no labels, expected labelled pictures of at least two classes", empty.Output, StringComparison.Ordinal);
    }

    // What some steps more do to a network: every weight moves a little, and the first layer's rows grow differently, so that
    // its eigenvectors change places.
    private static void TrainOn(string name, float[] values)
    {
        float[] noise = Latent.FromSeed((ulong)name.Length, values.Length);
        int row = name == "tconv1.weight" ? values.Length / 12 : int.MaxValue;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] * (i / row % 2 == 0 ? 1.25f : 0.85f)) + (name.EndsWith("var", StringComparison.Ordinal) ? 0 : 0.01f * noise[i] * Math.Abs(values[i]));
        }
    }

    private static double Same(IReadOnlyList<Direction> a, IReadOnlyList<Direction> b) =>
        a.Zip(b, (x, y) => x.Vector.Zip(y.Vector, (p, q) => (double)p * q).Sum()).Average();

    // Each axis with the one of the others that it is most like, whatever their order.
    private static double Nearest(IReadOnlyList<Direction> axes, IReadOnlyList<Direction> others) =>
        axes.Average(axis => others.Max(other => axis.Vector.Zip(other.Vector, (p, q) => (double)p * q).Sum()));

    private IReadOnlyList<Direction> Directions(string name)
    {
        using var session = Sessions.Open(At(name));
        return session.Info.Directions;
    }

    private double Change(string name, int axis)
    {
        using var session = Sessions.Open(At(name));
        int bytes = session.Info.Width * session.Info.Height * 4;
        double sum = 0;
        for (ulong seed = 0; seed < 8; seed++)
        {
            float[] z = Latent.FromSeed(seed, 12), moved = Latent.FromSeed(seed, 12);
            Sphere.Step(moved, session.Info.Directions[axis].Vector, 0.15f);
            byte[] a = new byte[bytes], b = new byte[bytes];
            session.Run(z, 1, a);
            session.Run(moved, 1, b);
            sum += a.Zip(b, (x, y) => Math.Abs(x - y)).Sum();
        }

        return sum;
    }

    private double Brightness(float[] z)
    {
        using var session = Sessions.Open(At("g.onnx"));
        var rgba = new byte[session.Info.Width * session.Info.Height * 4];
        session.Run(z, 1, rgba);
        return rgba.Average(value => (double)value);
    }

    private void Paint(string folder, int level)
    {
        Directory.CreateDirectory(At(folder));
        for (int k = 0; k < 12; k++)
        {
            float[] noise = Latent.FromSeed((ulong)(level + k), 16 * 16 * 4);
            byte[] rgba = [.. noise.Select((value, i) => i % 4 == 3 ? (byte)255 : (byte)Math.Clamp(level + (15 * value), 0, 255))];
            PngFile.Write(At($"{folder}/{k}.png"), rgba, 16, 16);
        }
    }
}
