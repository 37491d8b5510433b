using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Adopt;

/// <summary>PyTorch weights in a known layout → a generator file of the network they belong to.</summary>
internal static class DcganAdoption
{
    public static AdoptedGenerator Adopt(AdoptRequest request)
    {
        using var file = SafetensorsFile.Open(request.Source);
        var network = DcganLayout.Read(file, request.LeakySlope);
        byte[] graph = GeneratorGraph.Write(network.Spec, network.Weights);
        var adopted = GeneratorAdoption.Adopt(graph, request with { Range = PixelRange.SignedUnit }, SefaBasis.Of(network.Spec, network.Weights), NetworkJson.Serialize(network.Spec));
        return adopted with { Notes = [.. network.Matched.Select(pair => $"{pair.Theirs} -> {pair.Ours}"), Told(network.Spec), .. adopted.Notes] };
    }

    private static string Told(GeneratorSpec spec) =>
        $"all tensors matched: zdim {spec.ZDim}, width {spec.Width}, {spec.Resolution}x{spec.Resolution}, {spec.Channels} channels, batch norm {(spec.BatchNorm ? "yes" : "no")}; "
        + $"taken for granted: {(spec.LeakySlope == 0 ? "ReLU" : $"LeakyReLU {spec.LeakySlope:g3}")}, Tanh at the end, batch norm epsilon {spec.BatchNormEpsilon:g2}";
}
