using System.Runtime.InteropServices;
using LatentWalk.Core.Networks;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Node;

/// <summary>Another build and version of ONNX Runtime draws the same pictures, to one level, from every variant.</summary>
public sealed class NodePictureTests : TempFolder
{
    private const int Count = 3;

    [NodeFact]
    public void Every_variant_draws_the_same_picture_in_Node() => Compare(SmallGenerator.Spec with { Tanh = false, LeakySlope = 0.2f });

    [NodeFact]
    public void Every_variant_with_classes_draws_the_same_picture_in_Node() => Compare(SmallGenerator.Spec with { Classes = 3 });

    private void Compare(GeneratorSpec spec)
    {
        string run = TestCheckpoint.WriteRun(At("run"), spec);
        string[] files = [.. AllVariants.Options.Select(options =>
        {
            string file = At(AllVariants.FileName(options));
            var export = ExporterRun.Of(["export", run, "-o", file, .. AllVariants.Arguments(options)]);
            Assert.True(export.Code == 0, export.Output);
            return file;
        })];
        float[] z = SmallGenerator.Latents(spec.ZDim, Count);
        float[] c = TestCheckpoint.Conditions(spec, Count);
        File.WriteAllBytes(At("z"), MemoryMarshal.AsBytes<float>(z).ToArray());
        File.WriteAllBytes(At("c"), MemoryMarshal.AsBytes<float>(c).ToArray());

        string[] printed = NodeProgram.Draw([At("z"), At("c"), $"{Count}", .. files]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(files.Length, printed.Length);
        foreach (string file in files)
        {
            using var session = Sessions.Open(file);
            var ours = new byte[Count * spec.Resolution * spec.Resolution * 4];
            session.Run(z, c, Count, ours);
            byte[] theirs = Rgba(File.ReadAllBytes(file + ".raw"), spec, session.Info);
            int worst = ours.Zip(theirs).Max(pair => Math.Abs(pair.First - pair.Second));
            Assert.True(worst <= 1, $"{Path.GetFileName(file)}: {worst} levels between Node and here");
        }
    }

    // Float pictures are [3, H, W] in [-1, 1]; the others are RGBA already.
    private static byte[] Rgba(byte[] raw, GeneratorSpec spec, GeneratorInfo info)
    {
        int pixels = spec.Resolution * spec.Resolution;
        if (info.Channels == 4)
        {
            return raw;
        }

        var rgba = new byte[Count * pixels * 4];
        var floats = MemoryMarshal.Cast<byte, float>(raw);
        for (int i = 0; i < Count; i++)
        {
            Core.Pixels.PixelConversion.ToRgba8(floats.Slice(i * 3 * pixels, 3 * pixels), spec.Resolution, spec.Resolution, rgba.AsSpan(i * 4 * pixels, 4 * pixels));
        }

        return rgba;
    }
}
