using System.Globalization;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference.Features;
using Xunit;

namespace LatentWalk.Inference.Tests.Features;

public sealed class EmbeddingPeerTests : TempFolder
{
    // The network as its documentation describes it, on the numbers that are in the file.
    private const string Script = """
        import sys, numpy as np, onnx, torch
        import torch.nn.functional as F
        from onnx import numpy_helper
        model = onnx.load(sys.argv[1])
        onnx.checker.check_model(model)
        w = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.graph.initializer}
        x = torch.from_numpy(np.fromfile(sys.argv[2], dtype=np.uint8).reshape(1, 32, 32, 3).astype(np.float32)).permute(0, 3, 1, 2) / 127.5 - 1
        maps = []
        for stage in range(3):
            x = F.avg_pool2d(F.relu(F.conv2d(x, w['weight%d' % stage], padding=1)), 2)
            maps.append(F.adaptive_avg_pool2d(x, 4).flatten(1))
        print(*(torch.cat(maps, 1) @ w['projection']).ravel().tolist())
        print(*[float(v) for v in (w['weight0'][8:].mean((2, 3)).abs().max(), w['weight2'].mean((1, 2, 3)).abs().max(), w['projection'].var() * len(w['projection']))])
        """;

    [PythonFact("torch")]
    public void PyTorch_makes_the_same_features_of_the_same_weights()
    {
        byte[] rgb = [.. Enumerable.Range(0, 32 * 32 * 3).Select(at => (byte)(at * 37 % 251))];
        File.WriteAllBytes(At("e.onnx"), EmbeddingGraph.Write(32));
        File.WriteAllBytes(At("p.rgb"), rgb);
        var features = new float[EmbeddingGraph.Features];
        using (var session = FeatureSession.BuiltIn(32))
        {
            session.Run(rgb, 1, 32, features);
        }

        double[] peer = [.. Python.Run(Script, At("e.onnx"), At("p.rgb")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

        for (int k = 0; k < features.Length; k++)
        {
            Assert.Equal(peer[k], features[k], 1e-4);
        }

        Assert.True(peer[512] < 1e-6 && peer[513] < 1e-6);
        Assert.Equal(1, peer[514], 0.05);
    }
}
