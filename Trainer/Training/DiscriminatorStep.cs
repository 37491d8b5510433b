using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Losses;
using LatentWalk.Trainer.Penalties;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Training;

/// <summary>The discriminator's gradients by one batch, which may go through the networks in parts.</summary>
internal sealed class DiscriminatorStep(TrainingState state, ILoss loss)
{
    private readonly IPenalty? _penalty = Penalty.Named(state.Options.Penalty.Kind);

    /// <param name="turn">Of the discriminator, from 1 on since the start of the run.</param>
    /// <param name="gamma">Weight of the penalty.</param>
    /// <param name="partSize">Pictures that go through the networks at once.</param>
    /// <param name="keepFakes">Whether the generator is to learn from this batch too.</param>
    public DiscriminatorResult Gradients(long turn, StepBatch batch, StepAugmentation seen, double gamma, long partSize, bool keepFakes)
    {
        using var scope = NewDisposeScope();
        state.Discriminator.zero_grad();
        bool penalised = _penalty is not null && turn % state.Options.Penalty.Every == 0;
        var parts = Shares.Of(batch.Count, partSize).Select(part =>
        {
            double share = (double)part.Count / batch.Count;
            return (Part(turn, batch, part.First, part.Count, share, seen, penalised ? gamma : null, keepFakes && share == 1), share);
        }).ToList();
        return DiscriminatorResult.Of(parts).MoveToOuterDisposeScope();
    }

    private DiscriminatorResult Part(
        long turn, StepBatch batch, long first, long count, double share, StepAugmentation seen, double? gamma, bool keepFakes)
    {
        using var scope = NewDisposeScope();
        var part = batch.Part(first, count);
        var portion = new Portion(first, batch.Pictures);
        var fakes = keepFakes ? state.Generator.call(part.Latents) : Apart(part.Latents);

        // The discriminator sees the fakes cut off from the generator.
        var real = gamma is null ? part.Pictures : part.Pictures.detach().requires_grad_();
        var fake = gamma is null ? fakes.detach() : fakes.detach().requires_grad_();
        var shown = seen.Of(real, Role.Real, first);
        var realFeatures = state.Discriminator.Features(shown);
        var realLogits = state.Discriminator.Logits(realFeatures);
        var fakeLogits = state.Discriminator.call(seen.Of(fake, Role.Fake, first));
        var ownLoss = loss.ForDiscriminator(realLogits, fakeLogits, Random(Purpose.LabelNoise), portion);
        var objective = ownLoss;
        if (part.Classes is not null)
        {
            // Of real pictures alone: taught on fakes too, as the paper has it, both networks agree on a code that no eye sees.
            objective = objective + (cross_entropy(state.Discriminator.ClassLogits(realFeatures), part.Classes.Real) * state.Options.Condition.Weight);
        }

        if (state.Options.Loss.Reconstruction > 0 && state.Discriminator.Reconstruction(realFeatures, shown, Random(Purpose.Reconstruction)) is { } missed)
        {
            objective = objective + (missed * state.Options.Loss.Reconstruction);
        }

        Tensor? penalty = null;
        if (gamma is { } weight)
        {
            penalty = _penalty!.Of(new PenaltyInput(
                pictures => state.Discriminator.call(seen.Of(pictures, Role.Real, first)), real, realLogits, fake, fakeLogits, Random(Purpose.Interpolation), portion)) * (weight * state.Options.Penalty.Every);
            objective = objective + penalty;
        }

        Shares.Weigh(objective, share).backward();
        return new DiscriminatorResult(ownLoss.detach(), penalty?.detach(), realLogits.detach(), fakeLogits.detach(), keepFakes ? fakes : null).MoveToOuterDisposeScope();

        CounterRandom Random(Purpose purpose) => new(state.Options.Seed, (ulong)turn, purpose);
    }

    /// <summary>Fakes that the generator does not learn from: no graph is built.</summary>
    private Tensor Apart(Tensor latents)
    {
        using var noGradient = no_grad();
        return state.Generator.call(latents);
    }
}
