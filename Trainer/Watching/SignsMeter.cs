using System.Runtime.InteropServices;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Watching;

/// <summary>Draws the sheet's latents, holds them against the data and keeps some for the film. Changes nothing in the state and draws no random number.</summary>
internal sealed class SignsMeter(string runFolder, IPictureSet set, TrainingOptions options)
{
    // Drawing 64 pictures costs about a twelfth of a training step: not on each tick of a log that is written at every step.
    private const int FewestStepsBetween = 10;

    private readonly int _every = options.Output.LogEvery * ((FewestStepsBetween + options.Output.LogEvery - 1) / options.Output.LogEvery);
    private RealSketches? _real;

    /// <summary>Null between its ticks, and where the data allows no comparison.</summary>
    public SampleSigns? At(TrainingState state)
    {
        if (state.Step % _every != 0)
        {
            return null;
        }

        _real ??= RealSketches.Of(set, options.Data.Mirror);
        using var scope = NewDisposeScope();
        int floats = 3 * set.Size * set.Size;

        // A sync point: the pictures come from the device.
        var images = SampleSheetWriter.Draw(state.Best, SampleSheetWriter.Latents(SampleSheetWriter.Seeds, options.Generator), state.Device);
        var values = MemoryMarshal.Cast<byte, float>(images.bytes);
        if (EvolutionFrames.IsDue(state.Step, _every))
        {
            EvolutionFrames.Write(runFolder, state.Step, values, set.Size);
        }

        var drawn = new float[SampleSheetWriter.Seeds.Count][];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = new float[_real.Length];
            Sketch.OfFloats(values.Slice(i * floats, floats), set.Size, drawn[i]);
        }

        return _real.Compare(drawn);
    }
}
