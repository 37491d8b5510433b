using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>Tries every provider on a small generator made up on the spot, for a report on the machine.</summary>
public static class ProviderProbe
{
    private const string Name = "a built-in test generator";

    /// <summary>In order of preference, each with the reason for its refusal or acceptance.</summary>
    public static IReadOnlyList<ProviderAttempt> All()
    {
        byte[] model = TestModel();
        var summary = OnnxGuard.Check(model, Name);
        var attempts = new List<ProviderAttempt>();
        foreach (var provider in ExecutionProvider.All)
        {
            try
            {
                var (runner, _, _, _) = ProviderSelection.Choose(
                    model, summary, metadata: null, Name, new InferenceSettings { Provider = provider.Choice, BusyWait = false }, attempts);
                runner.Dispose();
            }
            catch (DeviceException)
            {
                // The refusal is on the list, with its reason.
            }
        }

        return attempts;
    }

    private static byte[] TestModel()
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 16, Width = 4, BatchNorm = false };
        ulong seed = 0;
        var weights = TensorNames.Of(spec).ToDictionary(
            tensor => tensor.Name,
            tensor => Latent.FromSeed(seed++, (int)tensor.Shape.Aggregate(1L, (a, b) => a * b)));
        return GeneratorGraph.Build(spec, weights).ToByteArray();
    }
}
