using System.Runtime.InteropServices;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Machine;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>One step of both networks, in the order things happen.</summary>
/// <remarks>
/// A batch that does not fit into memory goes through the networks in parts whose gradients are added up. Where no batch norm and
/// no dropout stand in between, the sum is the gradient of the undivided batch up to rounding.
/// </remarks>
internal sealed class TrainingStep(TrainingState state)
{
    private readonly ILoss _loss = state.Loss;
    private readonly IAugmentation? _augmentation = Augmentation.Of(state.Options.Augment, state.Options.Generator.Resolution);
    private readonly Parameter[] _discriminatorParameters = [.. state.Discriminator.parameters()];
    private readonly Parameter[] _generatorParameters = [.. state.Generator.parameters()];
    private readonly DiscriminatorStep _discriminator = new(state, state.Loss);
    private readonly GeneratorStep _generator = new(state, state.Loss);

    /// <summary>Pictures that go through the networks at once; halved when there is not enough memory for so many.</summary>
    public int MicroBatch { get; private set; } = state.Options.Machine.MicroBatch == 0 ? state.Options.Batch : Math.Min(state.Options.Machine.MicroBatch, state.Options.Batch);

    /// <summary>Told the new <see cref="MicroBatch"/> after each halving; the half of the step that ran out of memory is then taken again.</summary>
    public Action<int>? Halved { get; init; }

    /// <summary>A step that has one turn of the discriminator, with this batch.</summary>
    public StepValues? Run(Tensor pictures, Tensor latents, BatchClasses? classes, bool read) => Run(_ => new StepBatch(pictures, latents, classes), read);

    /// <param name="batches">The batch of a turn of the discriminator, counted from 1 since the start of the run; asked for in order, and used no longer than until the next.</param>
    /// <param name="read">Whether to return the step's values: reading them waits for the device.</param>
    public StepValues? Run(Func<long, StepBatch> batches, bool read)
    {
        using var scope = NewDisposeScope();
        long step = state.Step + 1;
        var rates = Schedule.At(state.Options, step);
        SetRates(rates);

        // Turns in which the discriminator alone learns, then one that teaches both: its batch of fakes serves both networks.
        long last = step * state.Options.Loss.DiscriminatorSteps;
        for (long turn = last - state.Options.Loss.DiscriminatorSteps + 1; turn < last; turn++)
        {
            using var turnScope = NewDisposeScope();
            Teach(turn, batches(turn), Seen(turn, rates), rates, keepFakes: false);
        }

        var batch = batches(last);
        var seen = Seen(last, rates);
        var (judged, discriminatorNorm) = Teach(last, batch, seen, rates, keepFakes: true);
        var made = Fitting(batch.Count, part =>
        {
            if (part < batch.Count)
            {
                // Not enough memory for the whole batch: its fakes are made again, part by part.
                judged.Fakes?.Dispose();
            }

            return _generator.Gradients(batch, part < batch.Count ? null : judged.Fakes, seen, part, read);
        });
        var generatorNorm = Clip(_generatorParameters, state.Options.GeneratorOptimizer.ClipNorm);
        state.GeneratorOptimizer.step();
        state.Average?.Update(step);
        state.Step = step;
        if (!read)
        {
            return null;
        }

        // A sync point: each value below waits for the device.
        using var reading = no_grad();
        var (realAccuracy, fakeAccuracy) = _loss.Accuracies(judged.RealLogits, judged.FakeLogits);
        return new StepValues
        {
            Rates = rates,
            Augmentation = state.Options.Augment.Enabled ? state.Augmentation?.Value.ToDouble() ?? rates.AugmentProbability : null,
            DiscriminatorLoss = judged.Loss.ToDouble(),
            GeneratorLoss = made.Loss.ToDouble(),
            Penalty = judged.Penalty?.ToDouble(),
            RealAccuracy = realAccuracy.ToDouble(),
            FakeAccuracy = fakeAccuracy.ToDouble(),
            ClassAccuracy = made.ClassAccuracy?.ToDouble(),
            DiscriminatorGradientNorm = discriminatorNorm?.ToDouble() ?? GradientNorm(_discriminatorParameters),
            GeneratorGradientNorm = generatorNorm?.ToDouble() ?? GradientNorm(_generatorParameters),
        };
    }

    /// <summary>One turn of the discriminator.</summary>
    private (DiscriminatorResult Result, Tensor? GradientNorm) Teach(long turn, StepBatch batch, StepAugmentation seen, StepRates rates, bool keepFakes)
    {
        if (state.Options.Discriminator.Dropout > 0)
        {
            // The one draw made by the tensor library; its stream begins anew at every turn, so that resuming is exact.
            manual_seed(new CounterRandom(state.Options.Seed, (ulong)turn, Purpose.Dropout).NextInt32(int.MaxValue));
        }

        var result = Fitting(batch.Count, part => _discriminator.Gradients(turn, batch, seen, rates.Gamma, part, keepFakes && part == batch.Count));
        state.Augmentation?.Look(turn, _loss.Accuracies(result.RealLogits, result.FakeLogits).Real);
        var norm = Clip(_discriminatorParameters, state.Options.DiscriminatorOptimizer.ClipNorm);
        state.DiscriminatorOptimizer.step();
        return (result, norm);
    }

    private StepAugmentation Seen(long turn, StepRates rates)
    {
        // A copy, since the turn's pictures are changed with the chance that it began with, also when an adaptive one moves meanwhile.
        var probability = _augmentation is null ? null : state.Augmentation?.Value.clone() ?? tensor((float)rates.AugmentProbability, state.Device);
        return new StepAugmentation(_augmentation, state.Options.Batch, new CounterRandom(state.Options.Seed, (ulong)turn, Purpose.Augment), probability, state.Device);
    }

    /// <summary>Gradients by parts of a batch that fit into memory; nothing is kept of an attempt that did not.</summary>
    private T Fitting<T>(long batch, Func<long, T> gradients)
    {
        while (true)
        {
            try
            {
                return gradients(Math.Min(MicroBatch, batch));
            }
            catch (ExternalException error) when (OutOfMemory.Is(error) && MicroBatch > 1)
            {
                MicroBatch /= 2;
                Halved?.Invoke(MicroBatch);
            }
        }
    }

    private void SetRates(StepRates rates)
    {
        Set(state.GeneratorOptimizer, rates.GeneratorLearningRate, (state.Options.GeneratorOptimizer.Beta1, rates.GeneratorBeta2));
        Set(state.DiscriminatorOptimizer, rates.DiscriminatorLearningRate, (state.Options.DiscriminatorOptimizer.Beta1, rates.DiscriminatorBeta2));

        static void Set(Adam optimizer, double learningRate, (double, double) betas)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = learningRate;
                ((optim.IBetas)group).Betas = betas;
            }
        }
    }

    /// <summary>Scales a network's gradients so that their norm is at most a bound, without waiting for the device; the norm before, or null without a bound.</summary>
    private static Tensor? Clip(Parameter[] parameters, double bound)
    {
        if (bound == 0)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var gradients = parameters.Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
        var norm = stack(gradients.Select(gradient => gradient.norm())).norm();
        var factor = (bound / (norm + 1e-6)).clamp(max: 1);
        foreach (var gradient in gradients)
        {
            gradient.mul_(factor);
        }

        return norm.MoveToOuterDisposeScope();
    }

    private static double GradientNorm(Parameter[] parameters)
    {
        double sum = 0;
        foreach (var parameter in parameters)
        {
            sum += parameter.grad is { } gradient ? gradient.square().sum().ToDouble() : 0;
        }

        return Math.Sqrt(sum);
    }
}
