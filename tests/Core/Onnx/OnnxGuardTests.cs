using System.Diagnostics;
using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Randomness;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class OnnxGuardTests
{
    [Fact]
    public void Every_hostile_file_is_refused_with_its_reason_in_under_a_second()
    {
        var problems = new List<string>();
        int count = 0;
        foreach (var (name, file, message) in HostileModels.All())
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var error = Record.Exception(() => OnnxGuard.Check(file, "g.onnx"));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            if (error is not BadModelException || !error.Message.StartsWith("g.onnx", StringComparison.Ordinal) || !error.Message.Contains(message, StringComparison.Ordinal))
            {
                problems.Add($"{name}: {error?.ToString() ?? "passed"}");
            }

            if (allocated >= 32 << 20 || FastestSeconds(file) >= 1)
            {
                problems.Add($"{name} cost {allocated} bytes and {FastestSeconds(file):g2} s");
            }

            count++;
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
        Assert.True(count >= 500, $"{count} files");
    }

    // The fastest of a few: whatever else the machine does only adds time.
    private static double FastestSeconds(byte[] file)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < 5 && fastest >= 1; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Record.Exception(() => OnnxGuard.Check(file, "g.onnx"));
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return fastest;
    }

    [Fact]
    public void A_file_cut_at_any_byte_is_refused_or_ends_between_two_parts()
    {
        var model = HostileModels.Harmless();
        byte[] file = model.ToByteArray();
        model.OpsetImport.Clear();
        int withoutOpset = model.ToByteArray().Length;
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            var error = Assert.Throws<BadModelException>(() => OnnxGuard.Check(cut, "g.onnx"));
            Assert.Contains(length == withoutOpset ? "uses opset 0" : "g.onnx", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_changed_byte_is_refused_or_harmless_and_never_a_crash()
    {
        byte[] file = HostileModels.Harmless().ToByteArray();
        int refused = 0;
        for (int at = 0; at < file.Length; at++)
        {
            foreach (byte change in new byte[] { 0x01, 0x08, 0x40, 0x80, 0xFF })
            {
                byte[] changed = [.. file];
                changed[at] ^= change;
                try
                {
                    OnnxGuard.Check(changed, "g.onnx");
                }
                catch (BadModelException)
                {
                    refused++;
                }
            }
        }

        Assert.True(refused > file.Length, $"{refused} of {5 * file.Length}");
    }

    // Damage on top of damage: what a hostile file almost is.
    [Fact]
    public void Random_damage_to_hostile_files_is_refused_or_harmless_and_never_a_crash()
    {
        byte[][] files = [.. HostileModels.All().Select(model => model.File).Where(file => file.Length < 4096)];
        var random = new CounterRandom(6, 0, Purpose.Probe);
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] file = [.. files[random.NextInt32(files.Length)]];
            for (int change = 0; change <= random.NextInt32(5) && file.Length > 0; change++)
            {
                int at = random.NextInt32(file.Length);
                file[at] = random.NextInt32(3) switch { 0 => (byte)random.NextInt32(256), 1 => (byte)(file[at] ^ (1 << random.NextInt32(8))), _ => file[random.NextInt32(file.Length)] };
            }

            try
            {
                OnnxGuard.Check(file, "g.onnx");
            }
            catch (BadModelException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 15_000, 20_000);
    }

    [Fact]
    public void A_harmless_file_is_summarised()
    {
        var summary = OnnxGuard.Check(HostileModels.Harmless().ToByteArray(), "g.onnx");

        Assert.Equal((8L, 17L, "test", 52L), (summary.IrVersion, summary.Opset, summary.Producer, summary.Parameters));
        Assert.Equal("z float32 [batch, 4]", Assert.Single(summary.Inputs).ToString());
        Assert.Equal("image float32 [batch, 3, 2, 2]", Assert.Single(summary.Outputs).ToString());
        Assert.Equal(["MatMul", "Reshape"], summary.Operators.Keys);
    }

    [Fact]
    public void Constants_listed_as_inputs_are_not_asked_of_the_caller()
    {
        var model = HostileModels.Harmless();
        model.Graph.Input.Add(GraphWriter.Value("w", Core.Onnx.Proto.TensorProto.Types.DataType.Float, 4, 12));

        Assert.Equal("z", Assert.Single(OnnxGuard.Check(model.ToByteArray(), "g.onnx").Inputs).Name);
    }

    [Fact]
    public void Every_graph_this_project_writes_passes()
    {
        foreach (var pixels in Enum.GetValues<PixelOutput>())
        {
            var spec = new GeneratorSpec { ZDim = 8, Resolution = 32, Width = 4, Tanh = false };
            byte[] file = GeneratorGraph.Build(spec, GeneratorGraphTests.Weights(spec), options: new GraphOptions { Pixels = pixels }).ToByteArray();

            Assert.Equal(GeneratorGraph.OpsetVersion, OnnxGuard.Check(file, "g.onnx").Opset);
        }
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_read()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength(OnnxLimits.Default.FileBytes + 1);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            var error = Assert.Throws<BadModelException>(() => OnnxGuard.Read(path));
            Assert.Contains("has 200 MB, expected a generator of at most 200 MB", error.Message, StringComparison.Ordinal);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
