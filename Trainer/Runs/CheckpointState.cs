using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>Training state ↔ the tensors of a checkpoint, under the names of <see cref="TensorNames"/>.</summary>
internal static class CheckpointState
{
    public static List<TensorEntry> Save(TrainingState state)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var entries = new List<TensorEntry>();
        foreach (var (prefix, network) in NetworksOf(state))
        {
            entries.AddRange(network.state_dict().Select(pair => Entry(prefix + pair.Key, pair.Value)));
        }

        entries.AddRange(AugmentationOf(state).Select(pair => Entry(pair.Name, pair.Tensor)));
        foreach (var (prefix, network, optimizer) in OptimizersOf(state))
        {
            foreach (var (name, moments) in MomentsOf(network, optimizer))
            {
                entries.Add(Entry(prefix + name + TensorNames.ExpAvgSuffix, moments.exp_avg));
                entries.Add(Entry(prefix + name + TensorNames.ExpAvgSqSuffix, moments.exp_avg_sq));
                entries.Add(TensorEntry.OfInt64s(prefix + name + TensorNames.StepSuffix, [], [moments.step]));
            }
        }

        return entries;
    }

    /// <summary>Overwrites <paramref name="state"/> with the checkpoint's values; everything it needs must be there.</summary>
    public static void Load(TrainingState state, SafetensorsFile file, string path)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (prefix, network) in NetworksOf(state))
        {
            foreach (var (name, tensor) in network.state_dict())
            {
                Restore(tensor, file, prefix + name, path);
            }
        }

        foreach (var (name, tensor) in AugmentationOf(state))
        {
            Restore(tensor, file, name, path);
        }

        foreach (var (prefix, network, optimizer) in OptimizersOf(state))
        {
            foreach (var (name, moments) in MomentsOf(network, optimizer))
            {
                Restore(moments.exp_avg, file, prefix + name + TensorNames.ExpAvgSuffix, path);
                Restore(moments.exp_avg_sq, file, prefix + name + TensorNames.ExpAvgSqSuffix, path);
                moments.step = BitConverter.ToInt64(Bytes(file, prefix + name + TensorNames.StepSuffix, [], TensorType.I64, path));
            }
        }
    }

    /// <summary>The name of the first tensor with a value that is not a finite number; null when all are finite.</summary>
    public static string? FirstNotFinite(TrainingState state)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (prefix, network) in NetworksOf(state))
        {
            foreach (var (name, tensor) in network.state_dict())
            {
                if (tensor.dtype == float32 && !tensor.isfinite().all().ToBoolean())
                {
                    return prefix + name;
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Prefix, nn.Module Network)> NetworksOf(TrainingState state)
    {
        yield return (TensorNames.GeneratorPrefix, state.Generator);
        yield return (TensorNames.DiscriminatorPrefix, state.Discriminator);
        if (state.Average is { } average)
        {
            yield return (TensorNames.GeneratorEmaPrefix, average.Generator);
        }
    }

    private static IEnumerable<(string Name, Tensor Tensor)> AugmentationOf(TrainingState state)
    {
        if (state.Augmentation is { } augmentation)
        {
            yield return (AugmentNames.Probability, augmentation.Value);
            yield return (AugmentNames.Signs, augmentation.Signs);
        }
    }

    private static IEnumerable<(string Prefix, nn.Module Network, Adam Optimizer)> OptimizersOf(TrainingState state)
    {
        yield return (TensorNames.GeneratorOptimizerPrefix, state.Generator, state.GeneratorOptimizer);
        yield return (TensorNames.DiscriminatorOptimizerPrefix, state.Discriminator, state.DiscriminatorOptimizer);
    }

    /// <summary>The optimiser's live moments beside the names of the parameters they belong to.</summary>
    private static IEnumerable<(string Name, Adam.State Moments)> MomentsOf(nn.Module network, Adam optimizer) =>
        network.named_parameters().Zip(optimizer.state_dict().State, (named, moments) => (named.name, (Adam.State)moments));

    private static TensorEntry Entry(string name, Tensor tensor)
    {
        using var host = tensor.detach().cpu().contiguous();
        var type = tensor.dtype == int64 ? TensorType.I64 : TensorType.F32;
        return new TensorEntry(name, type, tensor.shape, host.bytes.ToArray());
    }

    private static void Restore(Tensor tensor, SafetensorsFile file, string name, string path)
    {
        var type = tensor.dtype == int64 ? TensorType.I64 : TensorType.F32;
        var bytes = Bytes(file, name, tensor.shape, type, path);
        using var host = empty(tensor.shape, tensor.dtype);
        bytes.CopyTo(host.bytes);
        tensor.copy_(host);
    }

    private static ReadOnlySpan<byte> Bytes(SafetensorsFile file, string name, long[] shape, TensorType type, string path)
    {
        if (!file.Tensors.TryGetValue(name, out var info))
        {
            throw new BadModelException(
                $"the checkpoint '{path}' lacks the tensor '{name}', so training cannot go on from it. Resume from another checkpoint of the run.");
        }

        if (info.Type != type || !info.Shape.AsSpan().SequenceEqual(shape))
        {
            throw new BadModelException(
                $"the tensor '{name}' of the checkpoint '{path}' is {info}; the run's config.json expects {type.Name()} [{string.Join(", ", shape)}].");
        }

        return file.Bytes(name);
    }
}
