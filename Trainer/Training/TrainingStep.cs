using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Penalties;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Training;

/// <summary>One step of both networks, in the order things happen.</summary>
internal sealed class TrainingStep(TrainingState state)
{
    private readonly ILoss _loss = Loss.Of(state.Options.Loss);
    private readonly IPenalty? _penalty = Penalty.Named(state.Options.Penalty.Kind);
    private readonly IAugmentation? _augmentation = Augmentation.Of(state.Options.Augment, state.Options.Generator.Resolution);
    private readonly Parameter[] _discriminatorParameters = [.. state.Discriminator.parameters()];
    private readonly Parameter[] _generatorParameters = [.. state.Generator.parameters()];

    /// <param name="pictures">Real pictures [N, 3, R, R] float32 in [-1, 1].</param>
    /// <param name="latents">[z, c], [N, zdim + classes] float32.</param>
    /// <param name="classes">Of both halves; null without classes.</param>
    /// <param name="read">Whether to return the step's values: reading them waits for the device.</param>
    public StepValues? Run(Tensor pictures, Tensor latents, BatchClasses? classes, bool read)
    {
        using var scope = NewDisposeScope();
        long step = state.Step + 1;
        if (state.Options.Discriminator.Dropout > 0)
        {
            // The one draw made by the tensor library; its stream begins anew at every step, so that resuming is exact.
            manual_seed(new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Dropout).NextInt32(int.MaxValue));
        }

        var rates = Schedule.At(state.Options, step);
        SetRates(rates);
        bool penalised = _penalty is not null && step % state.Options.Penalty.Every == 0;

        var probability = _augmentation is null ? null : tensor((float)rates.AugmentProbability, state.Device);
        var seen = new StepAugmentation(_augmentation, state.Options.Batch, new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Augment), probability, state.Device);

        // One batch of fakes serves both networks: the discriminator sees it cut off from the generator.
        var fakes = state.Generator.call(latents);

        // The discriminator.
        var real = penalised ? pictures.detach().requires_grad_() : pictures;
        var fake = penalised ? fakes.detach().requires_grad_() : fakes.detach();
        var shown = seen.Of(real, Role.Real);
        var realFeatures = state.Discriminator.Features(shown);
        var realLogits = state.Discriminator.Logits(realFeatures);
        var fakeLogits = state.Discriminator.call(seen.Of(fake, Role.Fake));
        var discriminatorLoss = _loss.ForDiscriminator(realLogits, fakeLogits, new CounterRandom(state.Options.Seed, (ulong)step, Purpose.LabelNoise));
        var objective = discriminatorLoss;
        if (classes is not null)
        {
            // Of real pictures alone: taught on fakes too, as the paper has it, both networks agree on a code that no eye sees.
            objective = objective + (ClassLoss(realFeatures, classes.Real) * state.Options.Condition.Weight);
        }

        if (state.Options.Loss.Reconstruction > 0
            && state.Discriminator.Reconstruction(realFeatures, shown, new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Reconstruction)) is { } missed)
        {
            objective = objective + (missed * state.Options.Loss.Reconstruction);
        }

        Tensor? penaltyValue = null;
        if (penalised)
        {
            penaltyValue = _penalty!.Of(new PenaltyInput(
                picture => state.Discriminator.call(seen.Of(picture, Role.Real)), real, realLogits, fake, fakeLogits, new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Interpolation))) * (rates.Gamma * state.Options.Penalty.Every);
            objective = objective + penaltyValue;
        }

        state.Discriminator.zero_grad();
        objective.backward();
        state.DiscriminatorOptimizer.step();

        // The generator. The discriminator is frozen, so that no gradient of its weights is computed to be thrown away.
        foreach (var parameter in _discriminatorParameters)
        {
            parameter.requires_grad = false;
        }

        Tensor? pairedLogits = null;
        if (_loss.PairsWithReal)
        {
            using var noGradient = no_grad();
            pairedLogits = state.Discriminator.call(seen.Of(pictures, Role.Paired));
        }

        var features = state.Discriminator.Features(seen.Of(fakes, Role.Generated));
        var generatorLoss = _loss.ForGenerator(pairedLogits, state.Discriminator.Logits(features));
        state.Generator.zero_grad();
        (classes is null ? generatorLoss : generatorLoss + (ClassLoss(features, classes.Asked) * state.Options.Condition.Weight)).backward();
        foreach (var parameter in _discriminatorParameters)
        {
            parameter.requires_grad = true;
        }

        state.GeneratorOptimizer.step();
        state.Average?.Update(step);
        state.Step = step;
        if (!read)
        {
            return null;
        }

        // A sync point: each value below waits for the device.
        using var reading = no_grad();
        var (realAccuracy, fakeAccuracy) = _loss.Accuracies(realLogits, fakeLogits);
        return new StepValues
        {
            Rates = rates,
            DiscriminatorLoss = discriminatorLoss.ToDouble(),
            GeneratorLoss = generatorLoss.ToDouble(),
            Penalty = penaltyValue?.ToDouble(),
            RealAccuracy = realAccuracy.ToDouble(),
            FakeAccuracy = fakeAccuracy.ToDouble(),
            ClassAccuracy = classes is null ? null : state.Discriminator.ClassLogits(features).argmax(1).eq(classes.Asked).to(float32).mean().ToDouble(),
            DiscriminatorGradientNorm = GradientNorm(_discriminatorParameters),
            GeneratorGradientNorm = GradientNorm(_generatorParameters),
        };
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

    private Tensor ClassLoss(Tensor features, Tensor expected) => cross_entropy(state.Discriminator.ClassLogits(features), expected);

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
