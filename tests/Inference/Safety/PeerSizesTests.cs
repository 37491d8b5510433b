using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace LatentWalk.Inference.Tests.Safety;

/// <summary>Networks of many kinds as PyTorch's exporter writes them: they pass, and every size worked out is the one ONNX Runtime makes.</summary>
public sealed class PeerSizesTests : TempFolder
{
    private const string Script =
        """
        import sys, torch
        from torch import nn
        import torch.nn.functional as F
        folder = sys.argv[1]
        torch.set_num_threads(1)
        torch.manual_seed(1)

        class Mapping(nn.Module):
            def __init__(self, n):
                super().__init__()
                self.layers = nn.ModuleList([nn.Linear(n, n) for _ in range(2)])
            def forward(self, z):
                z = z * torch.rsqrt(torch.mean(z ** 2, dim=1, keepdim=True) + 1e-8)
                for layer in self.layers:
                    z = F.leaky_relu(layer(z), 0.2)
                return z

        class Modulated(nn.Module):
            # A style-based network: modulated, demodulated, upsampled and filtered.
            def __init__(self, n=16, c=8):
                super().__init__()
                self.mapping, self.start = Mapping(n), nn.Parameter(torch.randn(1, c, 4, 4))
                self.weight, self.style = nn.Parameter(torch.randn(c, c, 3, 3)), nn.Linear(n, c)
                self.up, self.rgb = nn.Parameter(torch.randn(c, c, 3, 3)), nn.Conv2d(c, 3, 1)
                self.register_buffer("fir", torch.tensor([1., 3., 3., 1.])[None, :] * torch.tensor([1., 3., 3., 1.])[:, None] / 64)
            def forward(self, z):
                w = self.mapping(z)
                b, c = z.shape[0], self.start.shape[1]
                x = self.start.repeat(b, 1, 1, 1)
                s = self.style(w)
                k = self.weight.unsqueeze(0) * s.reshape(b, 1, -1, 1, 1)
                d = (k.square().sum(dim=[2, 3, 4]) + 1e-8).rsqrt()
                x = F.conv2d(x * s.reshape(b, -1, 1, 1), self.weight, padding=1) * d.reshape(b, -1, 1, 1)
                x = F.conv_transpose2d(x, self.up, stride=2)
                x = F.pad(x, [1, 1, 1, 1])
                x = F.conv2d(x, self.fir[None, None].repeat(c, 1, 1, 1), groups=c)
                x = x.reshape(b, c, x.shape[2], 1, x.shape[3], 1)
                x = F.pad(x, [0, 1, 0, 0, 0, 1])
                x = x.reshape(b, c, x.shape[2] * 2, x.shape[4] * 2)
                return torch.clamp(self.rgb(x), -1, 1)

        class Resampled(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.a, self.b, self.c = nn.Linear(16, 8 * 16), nn.Conv2d(8, 8, 3, padding=1), nn.Conv2d(8, 12, 3, padding=1), nn.Conv2d(3, 3, 1)
                self.norm, self.group = nn.InstanceNorm2d(8, affine=True), nn.GroupNorm(2, 8)
            def forward(self, z):
                x = self.first(z).view(z.size(0), 8, 4, 4)
                x = F.silu(self.norm(self.a(F.interpolate(x, scale_factor=2, mode="nearest"))))
                x = F.gelu(self.group(F.interpolate(x, size=(x.shape[2] * 2, x.shape[3] * 2), mode="bilinear", align_corners=False)))
                x = F.pixel_shuffle(self.b(x), 2)
                return torch.sigmoid(self.c(F.avg_pool2d(F.interpolate(x, scale_factor=2, mode="bicubic"), 2)))

        class Attending(nn.Module):
            def __init__(self):
                super().__init__()
                self.first, self.q, self.k, self.v = nn.Linear(16, 16 * 36), nn.Conv2d(16, 4, 1), nn.Conv2d(16, 4, 1), nn.Conv2d(16, 16, 1)
                self.up = nn.ConvTranspose2d(16, 3, 5, stride=3, padding=1, output_padding=1)
            def forward(self, z):
                x = F.elu(self.first(z)).reshape(-1, 16, 6, 6)
                n, c, h, w = x.shape
                q, k, v = self.q(x).view(n, -1, h * w), self.k(x).view(n, -1, h * w), self.v(x).view(n, -1, h * w)
                a = torch.softmax(torch.bmm(q.transpose(1, 2), k), dim=-1)
                x = x + torch.bmm(v, a.transpose(1, 2)).view(n, c, h, w)
                x, y = torch.chunk(x, 2, dim=1)
                x = torch.cat([x, torch.roll(y, 1, dims=2)], dim=1)
                x = x - F.max_pool2d(x, 3, stride=1, padding=1)
                x = torch.where(x > 0, x, x.flip(2)[:, :, :, ::2].repeat(1, 1, 1, 2))
                return torch.tanh(self.up(x))

        class Conditional(nn.Module):
            def __init__(self):
                super().__init__()
                self.first = nn.ConvTranspose2d(20, 16, 4)
                self.norm, self.last = nn.BatchNorm2d(16), nn.ConvTranspose2d(16, 1, 4, 2, 1)
            def forward(self, z, c):
                x = torch.cat([z, c], 1)[:, :, None, None]
                return torch.tanh(self.last(F.relu6(self.norm(self.first(x)))))

        for name, net in {"modulated": Modulated(), "resampled": Resampled(), "attending": Attending(), "conditional": Conditional()}.items():
            net.eval()
            for opset in (9, 11, 13, 16):
                for fold in (True, False):
                    more = (torch.zeros(1, 4),) if name == "conditional" else ()
                    names = ["z", "c"][:1 + len(more)]
                    path = f"{folder}/{name}-{opset}{'' if fold else '-plain'}.onnx"
                    try:
                        torch.onnx.export(net, (torch.zeros(1, 16), *more), path, opset_version=opset, do_constant_folding=fold,
                            input_names=names, output_names=["image"], dynamic_axes={key: {0: "n"} for key in [*names, "image"]})
                    except Exception as error:
                        print(f"PyTorch has no {name} for opset {opset}: {str(error).splitlines()[0]}")
        """;

    [PythonFact("torch")]
    public void Sizes_worked_out_are_those_that_ONNX_Runtime_makes()
    {
        string said = Python.Run(Script, At(""));
        string[] files = Directory.GetFiles(At(""), "*.onnx");
        Assert.True(files.Length >= 26, $"{files.Length} files; {said}");
        int compared = 0;
        foreach (string path in files)
        {
            var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
            model.Graph.Output.Clear();
            model.Graph.Output.Add(model.Graph.Node.SelectMany(node => node.Output).Where(name => name.Length > 0).Select(name => new ValueInfoProto { Name = name }));
            byte[] open = model.ToByteArray();

            var summary = OnnxGuard.Check(open, path);

            foreach (var (name, dims) in Run(open, summary))
            {
                Assert.True(dims.SequenceEqual(summary.MadeOutputs[name]), $"{Path.GetFileName(path)}: {name} is [{string.Join(", ", dims)}], worked out [{string.Join(", ", summary.MadeOutputs[name])}]");
                compared++;
            }

            using var session = Sessions.Open(path);
            Assert.Equal(16, session.Info.ZDim);
        }

        Assert.True(compared > 1000, $"{compared} tensors");
    }

    private static List<(string Name, long[] Dims)> Run(byte[] model, OnnxSummary summary)
    {
        using var options = SessionFactory.Options(Sessions.OneThread);
        using var session = new InferenceSession(model, options);
        using var run = new RunOptions();
        OrtValue[] inputs = [.. summary.Inputs.Select(input => OrtValue.CreateTensorValueFromMemory(
            Latent.FromSeed(1, (int)input.Sizes!.Aggregate(1L, (a, b) => a * (b ?? 1))), [.. input.Sizes!.Select(size => size ?? 1)]))];
        string[] names = [.. summary.Outputs.Select(output => output.Name)];
        using var outputs = session.Run(run, [.. summary.Inputs.Select(input => input.Name)], inputs, names);
        return [.. names.Select((name, i) => (name, outputs[i].GetTensorTypeAndShape().Shape))];
    }
}
