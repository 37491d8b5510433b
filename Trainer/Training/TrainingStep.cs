using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Penalties;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>One step of both networks, in the order things happen.</summary>
internal sealed class TrainingStep(TrainingState state)
{
    private readonly ILoss _loss = Loss.Named(state.Options.Loss.Kind);
    private readonly IPenalty? _penalty = Penalty.Named(state.Options.Penalty.Kind);
    private readonly Parameter[] _discriminatorParameters = [.. state.Discriminator.parameters()];
    private readonly Parameter[] _generatorParameters = [.. state.Generator.parameters()];

    /// <param name="pictures">Real pictures [N, 3, R, R] float32 in [-1, 1].</param>
    /// <param name="latents">z [N, zdim] float32.</param>
    /// <param name="read">Whether to return the step's values: reading them waits for the device.</param>
    public StepValues? Run(Tensor pictures, Tensor latents, bool read)
    {
        using var scope = NewDisposeScope();
        long step = state.Step + 1;
        if (state.Options.Discriminator.Dropout > 0)
        {
            // The one draw made by the tensor library; its stream begins anew at every step, so that resuming is exact.
            manual_seed(new CounterRandom(state.Options.Seed, (ulong)step, Purpose.Dropout).NextInt32(int.MaxValue));
        }

        bool penalised = _penalty is not null && step % state.Options.Penalty.Every == 0;

        // One batch of fakes serves both networks: the discriminator sees it cut off from the generator.
        var fakes = state.Generator.call(latents);

        // The discriminator.
        var real = penalised ? pictures.detach().requires_grad_() : pictures;
        var fake = penalised ? fakes.detach().requires_grad_() : fakes.detach();
        var realLogits = state.Discriminator.call(real);
        var fakeLogits = state.Discriminator.call(fake);
        var discriminatorLoss = _loss.ForDiscriminator(realLogits, fakeLogits);
        var objective = discriminatorLoss;
        Tensor? penaltyValue = null;
        if (penalised)
        {
            penaltyValue = _penalty!.Of(real, realLogits, fake, fakeLogits) * (state.Options.Penalty.Gamma * state.Options.Penalty.Every);
            objective = discriminatorLoss + penaltyValue;
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
            pairedLogits = state.Discriminator.call(pictures);
        }

        var generatorLoss = _loss.ForGenerator(pairedLogits, state.Discriminator.call(fakes));
        state.Generator.zero_grad();
        generatorLoss.backward();
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
            DiscriminatorLoss = discriminatorLoss.ToDouble(),
            GeneratorLoss = generatorLoss.ToDouble(),
            Penalty = penaltyValue?.ToDouble(),
            RealAccuracy = realAccuracy.ToDouble(),
            FakeAccuracy = fakeAccuracy.ToDouble(),
            DiscriminatorGradientNorm = GradientNorm(_discriminatorParameters),
            GeneratorGradientNorm = GradientNorm(_generatorParameters),
        };
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
