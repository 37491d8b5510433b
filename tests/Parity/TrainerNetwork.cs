using System.Runtime.InteropServices;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Parity.Tests;

/// <summary>The trainer's own generator in evaluation mode, with drawn weights and batch norms that have seen something.</summary>
internal sealed class TrainerNetwork : IDisposable
{
    private readonly Trainer.Networks.Generator _network;

    public TrainerNetwork(GeneratorSpec spec)
    {
        Spec = spec;
        _network = Trainer.Networks.Generator.Of(spec);
        _network.Initialise(seed: 3);
        string[] last = spec.Network == NetworkKinds.Skip ? [SkipTensors.Picture, SkipTensors.Palette] : [TensorNames.TransposedConvolution(spec.Layers)];
        using var noGradient = no_grad();
        foreach (var (name, values) in _network.state_dict())
        {
            if (name.StartsWith("bn", StringComparison.Ordinal) && values.dim() == 1)
            {
                // Means and shifts around 0, variances and gains around 1.
                float centre = name.EndsWith(TensorNames.RunningVar, StringComparison.Ordinal) || name.EndsWith(TensorNames.Weight, StringComparison.Ordinal) ? 1 : 0;
                float[] drawn = Latent.FromSeed((ulong)name.Length * 31, (int)values.numel());
                using var near = tensor([.. drawn.Select(value => centre + (0.2f * Math.Clamp(value, -3, 3)))], values.shape);
                values.copy_(near);
            }

            // The last convolution of each residual block begins as zero, and what it hides would not be compared.
            if (spec.Network == NetworkKinds.Residual)
            {
                float[] drawn = Latent.FromSeed((ulong)name.Length * 37, (int)values.numel());
                float fans = Math.Max(1, values.numel() / values.shape[0]);
                using var more = values + (tensor(drawn, values.shape) * (0.4f / MathF.Sqrt(fans)));
                values.copy_(more);
            }

            // A trained network's pictures reach black and white; one whose weights are only drawn stays grey.
            if (last.Any(layer => name == layer + TensorNames.Weight))
            {
                using var strong = values * 6;
                values.copy_(strong);
            }
        }

        _network.eval();
        Weights = _network.state_dict()
            .Where(pair => !pair.Key.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => MemoryMarshal.Cast<byte, float>(pair.Value.bytes).ToArray());
    }

    public GeneratorSpec Spec { get; }

    /// <summary>As a checkpoint holds them.</summary>
    public IReadOnlyDictionary<string, float[]> Weights { get; }

    /// <summary>What TorchSharp makes of z [count, zdim] and c [count, classes]: [count, channels, H, W], not clamped.</summary>
    public float[] Draw(float[] z, float[] c, int count)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var rows = new float[count * Spec.Inputs];
        for (int i = 0; i < count; i++)
        {
            z.AsSpan(i * Spec.ZDim, Spec.ZDim).CopyTo(rows.AsSpan(i * Spec.Inputs));
            c.AsSpan(i * Spec.Classes, Spec.Classes).CopyTo(rows.AsSpan((i * Spec.Inputs) + Spec.ZDim));
        }

        var images = _network.call(tensor(rows, [count, Spec.Inputs]));
        return MemoryMarshal.Cast<byte, float>(images.contiguous().bytes).ToArray();
    }

    public void Dispose() => _network.Dispose();
}
