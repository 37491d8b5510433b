using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>Writes and reads the generations of one run: state ↔ checkpoint file.</summary>
internal sealed class TrainingRun
{
    private const int ProbeCount = 8;

    // More than the name and shape of a tensor take in a checkpoint's header, and than its metadata does.
    private const long HeaderBytesPerTensor = 256;
    private const long MetadataBytes = 1 << 14;

    private readonly CheckpointStore _store;
    private readonly Action<RunEvent>? _happened;
    private readonly DiskRoom _room;
    private long _step;
    private bool _historyFailed;

    /// <param name="happened">Told what the disk made necessary.</param>
    public TrainingRun(CheckpointStore store, Action<RunEvent>? happened = null)
    {
        _store = store;
        _happened = happened;
        _room = new DiskRoom(store, Tell);
        Newest = store.Newest();
    }

    /// <summary>The newest generation; null before the first.</summary>
    public CheckpointRef? Newest { get; private set; }

    /// <summary>Whether a score beats those of all generations so far.</summary>
    public bool IsBest(CheckpointScore score) => score.Beats(CommittedCheckpoints.Best(_store.Run)?.Score);

    /// <summary>
    /// Commits the state as a new generation; refuses weights that are not finite, so every generation is good. Makes room where
    /// the disk has little; the history, which is only for looking back, may fail.
    /// </summary>
    /// <param name="score">Of the generator, where it was measured at this step.</param>
    public CheckpointRef Save(TrainingState state, CheckpointScore? score = null)
    {
        if (CheckpointState.FirstNotFinite(state) is { } name)
        {
            throw Diverged(state.Step, $"the tensor '{name}' holds values that are not finite");
        }

        var tensors = CheckpointState.Save(state);
        tensors.AddRange(Probe(state));
        var metadata = Metadata(state);
        long bytes = tensors.Sum(tensor => tensor.Bytes.Length + HeaderBytesPerTensor) + MetadataBytes;
        long reserve = state.Options.Guards.DiskReserve * 1_000_000L;
        _step = state.Step;
        _room.Make(bytes, reserve);
        Newest = Commit(state.Step, metadata, tensors, score);
        KeepHistory(Newest, metadata, tensors);
        _room.Foresee(bytes, reserve);
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
        if (_store.GoBack() is not { } before)
        {
            return false;
        }

        Newest = before;
        GeneratorHistory.CutTo(_store.Run, before.Step);
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

    private CheckpointRef Commit(long step, Dictionary<string, string> metadata, List<TensorEntry> tensors, CheckpointScore? score)
    {
        while (true)
        {
            try
            {
                return _store.Commit(step, metadata, tensors, score);
            }
            catch (DiskException error) when (error.InnerException is { } disk && DiskErrors.IsFull(disk) && _room.MakeSome())
            {
                // A quota, or somebody else's file in the meantime.
            }
        }
    }

    private void KeepHistory(CheckpointRef committed, Dictionary<string, string> metadata, List<TensorEntry> tensors)
    {
        try
        {
            GeneratorHistory.Keep(_store.Run, committed, metadata, tensors);
            _historyFailed = false;
        }
        catch (DiskException) when (_historyFailed)
        {
            // Said once.
        }
        catch (DiskException error)
        {
            _historyFailed = true;
            Tell($"The checkpoint of step {committed.Step} is saved, but its generator could not be added to '{RunFolder.HistoryName}': {error.Message} Training goes on; later ones are tried again.");
        }
    }

    private void Tell(string text) => _happened?.Invoke(new RunEvent { Step = _step, Event = RunEventNames.Disk, Text = text });

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
        using var precision = new FullPrecision();
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
