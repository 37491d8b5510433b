using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>Writes and reads the generations of one run: state ↔ checkpoint file.</summary>
internal sealed class TrainingRun(CheckpointStore store)
{
    private const int ProbeCount = 8;

    /// <summary>The newest generation; null before the first.</summary>
    public CheckpointRef? Newest { get; private set; } = store.Newest();

    /// <summary>Commits the state as a new generation; refuses weights that are not finite, so every generation is good.</summary>
    public CheckpointRef Save(TrainingState state)
    {
        if (CheckpointState.FirstNotFinite(state) is { } name)
        {
            throw Diverged(state.Step, $"the tensor '{name}' holds values that are not finite");
        }

        var tensors = CheckpointState.Save(state);
        tensors.AddRange(Probe(state));
        var metadata = Metadata(state);
        Newest = store.Commit(state.Step, metadata, tensors);
        GeneratorHistory.Keep(store.Run, Newest, metadata, tensors);
        return Newest;
    }

    /// <summary>Puts the newest generation into the state.</summary>
    public void Load(TrainingState state)
    {
        var newest = Newest ?? throw new InvalidOperationException("There is no generation to load.");
        using var file = SafetensorsFile.Open(newest.Path);
        CheckpointState.Load(state, file, newest.Path);
        state.Step = newest.Step;
    }

    /// <summary>Gives the newest generation up; false, and nothing is done, when there is none before it.</summary>
    public bool GoBack()
    {
        if (store.GoBack() is not { } before)
        {
            return false;
        }

        Newest = before;
        GeneratorHistory.CutTo(store.Run, before.Step);
        return true;
    }

    /// <param name="rollbacks">How many times it has gone back and tried otherwise.</param>
    public DivergedException Diverged(long step, string what, int rollbacks = 0)
    {
        string tried = rollbacks == 0 ? "" : $" It went back with lower learning rates {(rollbacks == 1 ? "once" : $"{rollbacks} times")}, and that was not enough.";
        string good = Newest is { } newest
            ? $"The last good checkpoint is step {newest.Step}: '{newest.Path}'. Continue from it with --resume --guards.rollbacks {rollbacks + 3}, or start again with lower learning rates"
            : "No checkpoint was saved before it. Start again with lower learning rates";
        return new DivergedException($"training diverged at step {step}: {what}.{tried} {good} (--generatorOptimizer.learningRate, --discriminatorOptimizer.learningRate).");
    }

    private static Dictionary<string, string> Metadata(TrainingState state)
    {
        var metadata = new Dictionary<string, string>
        {
            [CheckpointKeys.Version] = CheckpointKeys.CurrentVersion,
            [CheckpointKeys.Generator] = NetworkJson.Serialize(state.Options.Generator),
            [CheckpointKeys.Discriminator] = NetworkJson.Serialize(state.Options.Discriminator),
            [CheckpointKeys.Step] = state.Step.ToString(),
            [CheckpointKeys.ImagesSeen] = state.ImagesSeen.ToString(),
            [CheckpointKeys.Preset] = state.Options.Preset,
            [CheckpointKeys.Dataset] = state.Options.Data.Fingerprint,
            [CheckpointKeys.Seed] = state.Options.Seed.ToString(),
            [CheckpointKeys.SheetSeeds] = SampleSheetWriter.SeedRange,
        };
        if (state.Options.Generator.Classes > 0)
        {
            metadata[CheckpointKeys.Classes] = ClassNames.Serialize(state.Options.Data.Classes);
        }

        return metadata;
    }

    /// <summary>Eight latents and the pictures this library draws from them: what an exported generator is held against.</summary>
    private static List<TensorEntry> Probe(TrainingState state)
    {
        using var scope = NewDisposeScope();
        var spec = state.Options.Generator;
        var latents = SampleSheetWriter.Latents([.. Enumerable.Range(0, ProbeCount).Select(seed => (ulong)seed)], spec);
        var raw = SampleSheetWriter.Draw(state.Generator, latents, state.Device);
        var best = SampleSheetWriter.Draw(state.Best, latents, state.Device);
        List<TensorEntry> entries =
        [
            Entry(TensorNames.ProbeLatents, latents.narrow(1, 0, spec.ZDim).contiguous()),
            Entry(TensorNames.ProbeImages, best),
            Entry(TensorNames.ProbeImagesRaw, raw),
        ];
        if (spec.Classes > 0)
        {
            entries.Add(Entry(TensorNames.ProbeConditions, latents.narrow(1, spec.ZDim, spec.Classes).contiguous()));
        }

        return entries;
    }

    private static TensorEntry Entry(string name, Tensor tensor) => new(name, TensorType.F32, tensor.shape, tensor.bytes.ToArray());
}
