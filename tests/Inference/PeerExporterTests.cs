using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using Xunit;

namespace LatentWalk.Inference.Tests;

/// <summary>The same DCGAN with the same weights, written by PyTorch's own exporter, is the same generator to us.</summary>
public sealed class PeerExporterTests : TempFolder
{
    private static readonly GeneratorSpec Spec = new() { ZDim = 100, Resolution = 64, Width = 8 };

    // Reads our checkpoint format with nothing but the standard library, so the tensor names and layout are checked as well.
    private const string ExportScript =
        """
        import json, struct, sys, torch
        from torch import nn
        path, out, dynamic, opset = sys.argv[1], sys.argv[2], sys.argv[3] == "dynamic", int(sys.argv[4])
        blob = open(path, "rb").read()
        n = struct.unpack("<Q", blob[:8])[0]
        header = json.loads(blob[8:8 + n])
        types = {"F32": torch.float32, "I64": torch.int64}
        state = {}
        for name, t in header.items():
            if name.startswith("generator."):
                a, b = t["data_offsets"]
                state[name[len("generator."):]] = torch.frombuffer(bytearray(blob[8 + n + a:8 + n + b]), dtype=types[t["dtype"]]).reshape(t["shape"])
        class Generator(nn.Module):
            def __init__(self):
                super().__init__()
                sizes = [100, 64, 32, 16, 8, 3]
                for k in range(5):
                    last = k == 4
                    setattr(self, f"tconv{k + 1}", nn.ConvTranspose2d(sizes[k], sizes[k + 1], 4, 1 if k == 0 else 2, 0 if k == 0 else 1, bias=last))
                    if not last:
                        setattr(self, f"bn{k + 1}", nn.BatchNorm2d(sizes[k + 1]))
            def forward(self, z):
                x = z
                for k in range(1, 5):
                    x = torch.relu(getattr(self, f"bn{k}")(getattr(self, f"tconv{k}")(x)))
                return torch.tanh(self.tconv5(x))
        torch.set_num_threads(1)
        g = Generator()
        g.load_state_dict(state)
        g.eval()
        torch.onnx.export(g, torch.zeros(1, 100, 1, 1), out, opset_version=opset, input_names=["latent"], output_names=["picture"],
            dynamic_axes={"latent": {0: "n"}, "picture": {0: "n"}} if dynamic else None)
        """;

    [PythonFact("torch")]
    public void A_generator_written_by_PyTorchs_exporter_makes_the_pictures_of_ours()
    {
        WriteCheckpoint(At("c.safetensors"));
        float[] z = SmallGenerator.Latents(Spec.ZDim, 5);
        using var ours = Sessions.Open(SmallGenerator.Write(At("ours.onnx"), Spec));
        byte[] expected = Pixels(ours, z);
        foreach (var (batch, opset) in new[] { ("dynamic", "13"), ("fixed", "11"), ("dynamic", "17") })
        {
            string file = At($"{batch}{opset}.onnx");
            Python.Run(ExportScript, At("c.safetensors"), file, batch, opset);

            using var theirs = Sessions.Open(file);

            Assert.Equal("latent [n, 100, 1, 1] -> picture [n, 3, 64, 64] in [-1, 1]", theirs.Info.Convention);
            Assert.Equal(batch == "fixed" ? 1 : null, theirs.Info.MaxBatch);
            Assert.All(Pixels(theirs, z).Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }
    }

    private static byte[] Pixels(GeneratorSession session, float[] z)
    {
        var rgba = new byte[5 * 64 * 64 * 4];
        session.Run(z, 5, rgba);
        return rgba;
    }

    private static void WriteCheckpoint(string path)
    {
        var weights = SmallGenerator.Weights(Spec);
        using var file = File.Create(path);
        SafetensorsWriter.Write(file, new Dictionary<string, string>(), [.. TensorNames.Of(Spec).Select(tensor =>
            tensor.Name.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal)
                ? TensorEntry.OfInt64s(TensorNames.GeneratorPrefix + tensor.Name, tensor.Shape, [0])
                : TensorEntry.OfFloats(TensorNames.GeneratorPrefix + tensor.Name, tensor.Shape, weights[tensor.Name]))]);
    }
}
