using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Adopt;

/// <summary>Weights in the layout of PyTorch's DCGAN example, written with nothing but this project's safetensors writer, or by PyTorch itself.</summary>
public sealed class DcganTests : TempFolder
{
    private const string Script =
        """
        import json, struct, sys, torch
        from torch import nn
        folder, nz, ngf, nc, layers, bias = sys.argv[1], *map(int, sys.argv[2:6]), sys.argv[6] == "bias"
        torch.manual_seed(3)
        torch.set_num_threads(1)
        class Generator(nn.Module):
            def __init__(self):
                super().__init__()
                sizes, parts = [ngf << k for k in range(layers - 2, -1, -1)], []
                for k, (a, b) in enumerate(zip([nz] + sizes, sizes + [nc])):
                    parts += [nn.ConvTranspose2d(a, b, 4, 1 if k == 0 else 2, 0 if k == 0 else 1, bias=bias)]
                    parts += [nn.BatchNorm2d(b), nn.ReLU(True)] if k < layers - 1 else [nn.Tanh()]
                self.main = nn.Sequential(*parts)
            def forward(self, z):
                return self.main(z)
        g = Generator().train()
        for m in g.main:
            if isinstance(m, nn.BatchNorm2d):
                nn.init.normal_(m.weight, 1, 0.3); nn.init.normal_(m.bias, 0, 0.3)
        with torch.no_grad():
            g.main[-2].weight *= 20
            for _ in range(4):
                g(torch.randn(16, nz, 1, 1))
        g.eval()
        header, blob = {}, b""
        for name, t in g.state_dict().items():
            data = struct.pack(f"<{t.numel()}{'q' if t.dtype == torch.int64 else 'f'}", *t.flatten().tolist())
            header[name] = {"dtype": "I64" if t.dtype == torch.int64 else "F32", "shape": list(t.shape), "data_offsets": [len(blob), len(blob) + len(data)]}
            blob += data
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        open(folder + "/netG.safetensors", "wb").write(struct.pack("<Q", len(text)) + text + blob)
        z = struct.unpack(f"<{4 * nz}f", open(folder + "/z", "rb").read())
        with torch.no_grad():
            out = g(torch.tensor(z).reshape(4, nz, 1, 1)).flatten().tolist()
        open(folder + "/out", "wb").write(struct.pack(f"<{len(out)}f", *out))
        """;

    [PythonFact("torch")]
    public void The_example_as_PyTorch_writes_it_makes_PyTorchs_pictures()
    {
        foreach (var (zdim, width, channels, layers, bias) in new[] { (100, 8, 3, 5, false), (20, 4, 1, 6, false), (16, 6, 3, 4, true) })
        {
            float[] z = SmallGenerator.Latents(zdim, 4);
            File.WriteAllBytes(At("z"), System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(z));
            Python.Run(Script, At(""), $"{zdim}", $"{width}", $"{channels}", $"{layers}", bias ? "bias" : "plain");

            var run = ExporterRun.Of("adopt", At("netG.safetensors"), "--arch", "dcgan", "-o", At("g.onnx"));

            Assert.True(run.Code == 0, run.Output);
            int side = 1 << (layers + 1);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"all tensors matched: zdim {zdim}, width {width}, {side}x{side}, {channels} channels, batch norm yes"), run.Output, StringComparison.Ordinal);
            Assert.Contains("main.0.weight -> tconv1.weight", run.Output, StringComparison.Ordinal);
            using var session = Sessions.Open(At("g.onnx"));
            float[] expected = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(At("out"))).ToArray();
            var actual = new float[expected.Length];
            session.RunFloats(z, 4, actual);
            Assert.True(expected.Max() - expected.Min() > 0.5f, "the pictures are all grey");
            Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-4);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("main.")]
    [InlineData("module.main.")]
    [InlineData("netG.layers.")]
    public void Whatever_stands_before_the_numbers_is_the_same_network(string prefix)
    {
        var spec = Write(At("w.safetensors"), prefix);

        var run = ExporterRun.Of("adopt", At("w.safetensors"), "--arch", "dcgan", "-o", At("g.onnx"), "--leaky-slope", "0.2");

        Assert.True(run.Code == 0, run.Output);
        using var session = Sessions.Open(At("g.onnx"));
        var found = NetworkJson.ParseGenerator(session.Info.Metadata!.Generator!, "g");
        Assert.Equal(spec with { LeakySlope = 0.2f }, found);
        float[] z = SmallGenerator.Latents(spec.ZDim, 1), picture = new float[3 * 32 * 32];
        session.RunFloats(z, 1, picture);
        float[] expected = ReferenceGenerator.Generate(found, Weights(spec), z);
        Assert.InRange(expected.Zip(picture, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-4);
    }

    [Fact]
    public void Inspecting_such_weights_says_what_they_are_and_what_to_do()
    {
        Write(At("w.safetensors"), "main.");

        var run = ExporterRun.Of("inspect", At("w.safetensors"));

        Assert.Equal(0, run.Code);
        Assert.Contains("dcgan", run.Output, StringComparison.Ordinal);
        Assert.Contains("--arch dcgan", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"zdim\": 10", ExporterRun.Of("inspect", At("w.safetensors"), "--json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extra", "these did not: 'main.99.scale'")]
    [InlineData("norm", "2 of its 4 convolutions are followed by batch norm, expected all but the last, or none")]
    [InlineData("short", "expected three or more of [in, out, 4, 4]")]
    [InlineData("shape", "has shape [5], expected [16]")]
    [InlineData("widths", "expected each layer to have half the filters of the one before")]
    [InlineData("mean", "the batch norm of layer 1 has no 'running_mean'")]
    [InlineData("kernel", "expected three or more of [in, out, 4, 4]")]
    public void Another_network_is_refused_with_what_matched_and_what_did_not(string how, string message)
    {
        Write(At("w.safetensors"), "main.", how);

        var run = ExporterRun.Of("adopt", At("w.safetensors"), "--arch", "dcgan", "-o", At("g.onnx"));

        Assert.Equal(4, run.Code);
        Assert.Contains("is not a generator in the layout of --arch dcgan", run.Output, StringComparison.Ordinal);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(At("g.onnx")));
    }

    [Fact]
    public void Weights_alone_need_to_be_told_their_network()
    {
        Write(At("w.safetensors"), "main.");

        var run = ExporterRun.Of("adopt", At("w.safetensors"), "-o", At("g.onnx"));

        Assert.Equal(2, run.Code);
        Assert.Contains("is weights alone: say what network they belong to, such as --arch dcgan", run.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, float[]> Weights(GeneratorSpec spec) => SmallGenerator.Weights(spec);

    private static GeneratorSpec Write(string path, string prefix, string how = "")
    {
        var spec = new GeneratorSpec { ZDim = 10, Resolution = 32, Width = 4 };
        var weights = Weights(spec);
        var tensors = new List<TensorEntry>();
        int[] hidden = how == "widths" ? [16, 9, 4] : [16, 8, 4];
        int index = 0, input = spec.ZDim;
        for (int layer = 1; layer <= 4; layer++)
        {
            int output = layer == 4 ? 3 : hidden[layer - 1];
            int kernel = how == "kernel" && layer == 2 ? 5 : 4;
            float[] values = weights[$"tconv{layer}.weight"];
            Add($"{index}.weight", [input, output, kernel, kernel], Enough(values, input * output * kernel * kernel));
            input = output;
            if (layer == 4)
            {
                Add($"{index}.bias", [3], weights["tconv4.bias"]);
                break;
            }

            if (!(how == "norm" && layer == 2))
            {
                foreach (string part in (string[])["weight", "bias", "running_mean", "running_var"])
                {
                    if (how == "mean" && part == "running_mean" && layer == 1)
                    {
                        continue;
                    }

                    int length = how == "shape" && layer == 1 && part == "bias" ? 5 : output;
                    Add($"{index + 1}.{part}", [length], Enough(weights[$"bn{layer}.{part}"], length));
                }

                tensors.Add(TensorEntry.OfInt64s($"{prefix}{index + 1}.num_batches_tracked", [], [3]));
            }

            index += 3;
        }

        if (how == "extra")
        {
            tensors.Add(TensorEntry.OfFloats($"{prefix}99.scale", [1], [1]));
        }

        using var file = File.Create(path);
        SafetensorsWriter.Write(file, new Dictionary<string, string>(), how == "short" ? [.. tensors.Where(tensor => !tensor.Name.Contains("6.", StringComparison.Ordinal) && !tensor.Name.Contains("9.", StringComparison.Ordinal))] : tensors);
        return spec;

        void Add(string name, long[] shape, float[] values) => tensors.Add(TensorEntry.OfFloats(prefix + name, shape, values));
    }

    private static float[] Enough(float[] values, int length) => [.. Enumerable.Range(0, length).Select(i => values[i % values.Length])];
}
