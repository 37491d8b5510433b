using System.Text.Json;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Export;

public sealed class VariantTests : TempFolder
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(3, false)]
    public void Every_variant_says_what_it_is_and_how_close_it_came(int classes, bool tanh)
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec with { Classes = classes, Tanh = tanh });
        foreach (var options in AllVariants.Options)
        {
            using var session = Sessions.Open(Export(run, options));

            var metadata = session.Info.Metadata!;
            Assert.Equal((options.Precision, options.Upsample, classes), (metadata.Precision, metadata.Upsample, session.Info.Classes));
            Assert.Equal(options.Pixels == PixelOutput.Rgba8 ? 4 : 3, session.Info.Channels);
            Assert.Equal(TestCheckpoint.Probes, metadata.Parity!.Images);
            Assert.True(ParityBound.Of(options.Precision).Holds(metadata.Parity), $"{options}: {metadata.Parity}");
            bool plain = options with { Pixels = PixelOutput.Floats } == new GraphOptions();
            Assert.Equal(plain ? null : 64, metadata.FullParity?.Images);
            Assert.True(plain || ParityBound.Of(options.Precision).Holds(metadata.FullParity!), $"{options}: {metadata.FullParity}");
        }
    }

    [Fact]
    public void Half_weights_halve_the_file_and_byte_weights_quarter_it()
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec with { ZDim = 64, Width = 16, BatchNorm = false }, change: (_, values) =>
        {
            // As small as so many inputs want it; else every pixel is black or white.
            foreach (ref float value in values.AsSpan())
            {
                value *= 0.15f;
            }
        });
        double full = new FileInfo(Export(run, new GraphOptions())).Length;

        foreach (var (precision, share) in new[] { (Precision.Float16Weights, 0.5), (Precision.Float16, 0.5), (Precision.Int8Weights, 0.25) })
        {
            double bytes = new FileInfo(Export(run, new GraphOptions { Precision = precision })).Length;
            Assert.InRange(bytes / full, share, share + 0.08);
        }
    }

    [Fact]
    public void The_same_checkpoint_gives_the_same_bytes_of_every_variant()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        foreach (var options in AllVariants.Options)
        {
            byte[] first = File.ReadAllBytes(Export(run, options));
            Assert.Equal(first, File.ReadAllBytes(Export(run, options)));
        }
    }

    [Fact]
    public void Inspect_shows_the_variant_and_its_parity()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        string file = Export(run, new GraphOptions { Precision = Precision.Float16, Upsample = Upsample.Resize });

        using var json = JsonDocument.Parse(ExporterRun.Of("inspect", file, "--json").Output);
        string text = ExporterRun.Of("inspect", file).Output;

        Assert.Equal(("fp16", "resize"), (json.RootElement.GetProperty("precision").GetString(), json.RootElement.GetProperty("upsample").GetString()));
        Assert.Equal(64, json.RootElement.GetProperty("parityFp32").GetProperty("images").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("parityFp32").GetProperty("changed").GetDouble(), 0.0001, 0.2);
        Assert.InRange(json.RootElement.GetProperty("parity").GetProperty("levels").GetInt32(), 0, 2);
        Assert.Matches(@"parity, fp32 graph\s+\S+ at most, \S+ on average; [012] of 255 levels, \S+% of them changed; 64 latents", text);
    }

    [Theory]
    [InlineData("fp16", "expected at most 2 of 255 levels and 0.00784 on average for fp16 and transposed; no generator was made of it. Export it with --precision fp32.")]
    [InlineData("int8-weights", "expected at most 32 of 255 levels and 0.0157 on average for int8-weights and transposed; no generator was made of it. Export it with --precision fp32.")]
    public void A_variant_beyond_its_bound_is_refused_and_nothing_is_left(string precision, string message)
    {
        string run = TestCheckpoint.WriteRun(At("run"), probeError: 0.5f);
        Directory.CreateDirectory(At("out"));

        var export = ExporterRun.Of("export", run, "-o", At("out/g.onnx"), "--precision", precision);

        Assert.Equal(4, export.Code);
        Assert.Contains("ONNX Runtime's pictures differ from the trainer's by up to 0.5", export.Output, StringComparison.Ordinal);
        Assert.Contains(message, export.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(At("out")));
    }

    [Fact]
    public void A_weight_beyond_float16_is_refused_by_name()
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec with { BatchNorm = false }, change: (name, values) =>
        {
            if (name == "tconv1.weight")
            {
                values[7] = 70000;
            }
        });

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"), "--precision", "fp16-weights");

        Assert.Equal(4, export.Code);
        Assert.Contains("Value 7 of tensor 'tconv1.weight' is 70000 with its batch norm multiplied in, beyond float16's 65504; export it with --precision fp32 or int8-weights.", export.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--precision", "fp8")]
    [InlineData("--upsample", "bilinear")]
    [InlineData("--pixels", "rgb")]
    public void A_variant_that_there_is_not_is_a_usage_error(string option, string value)
    {
        var export = ExporterRun.Of("export", At("run"), "-o", At("g.onnx"), option, value);

        Assert.Equal(2, export.Code);
        Assert.Contains($"'{value}'", export.Output, StringComparison.Ordinal);
    }

    [PythonFact("onnx")]
    public void The_onnx_checker_accepts_every_variant_in_full()
    {
        var files = new List<string>();
        foreach (var spec in new[] { SmallGenerator.Spec, SmallGenerator.Spec with { Classes = 3, Tanh = false, LeakySlope = 0.2f }, SmallGenerator.Spec with { Channels = 1, Resolution = 32 } })
        {
            string run = TestCheckpoint.WriteRun(At($"run{files.Count}"), spec);
            foreach (var options in AllVariants.Options)
            {
                string file = At($"{files.Count}-{AllVariants.FileName(options)}");
                Assert.Equal(0, ExporterRun.Of(["export", run, "-o", file, .. AllVariants.Arguments(options)]).Code);
                files.Add(file);
            }
        }

        string output = Python.Run(
            """
            import sys, onnx
            for path in sys.argv[1:]:
                m = onnx.load(path)
                onnx.checker.check_model(m, full_check=True)
                kind = m.graph.output[0].type.tensor_type
                print(m.ir_version, m.opset_import[0].version, ",".join(i.name for i in m.graph.input), kind.elem_type, [d.dim_param or d.dim_value for d in kind.shape.dim])
            """, [.. files]);

        string[] lines = output.Trim().Split('\n');
        Assert.Equal(48, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("8 17 z", line, StringComparison.Ordinal));
        Assert.All(lines[16..32], line => Assert.StartsWith("8 17 z,c ", line, StringComparison.Ordinal));
        Assert.Equal(8, lines[..16].Count(line => line.EndsWith(" 1 ['batch', 3, 16, 16]", StringComparison.Ordinal)));
        Assert.Equal(8, lines[32..].Count(line => line.EndsWith(" 2 ['batch', 32, 32, 4]", StringComparison.Ordinal)));
    }

    private string Export(string run, GraphOptions options)
    {
        string file = At(AllVariants.FileName(options));
        var export = ExporterRun.Of(["export", run, "-o", file, .. AllVariants.Arguments(options)]);
        Assert.True(export.Code == 0, export.Output);
        return file;
    }
}
