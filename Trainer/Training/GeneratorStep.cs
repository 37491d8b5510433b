using LatentWalk.Trainer.Augment;
using LatentWalk.Trainer.Losses;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LatentWalk.Trainer.Training;

/// <summary>The generator's gradients by one batch, which may go through the networks in parts.</summary>
internal sealed class GeneratorStep(TrainingState state, ILoss loss)
{
    private readonly Parameter[] _discriminatorParameters = [.. state.Discriminator.parameters()];

    /// <param name="fakes">Of the whole batch, connected to the generator; null where they are to be made part by part.</param>
    /// <param name="partSize">Pictures that go through the networks at once.</param>
    public GeneratorResult Gradients(StepBatch batch, Tensor? fakes, StepAugmentation seen, long partSize, bool read)
    {
        using var scope = NewDisposeScope();

        // Frozen, so that no gradient of the discriminator's weights is computed to be thrown away.
        Freeze(true);
        try
        {
            state.Generator.zero_grad();
            var parts = Shares.Of(batch.Count, partSize).Select(part =>
            {
                double share = (double)part.Count / batch.Count;
                return (Part(batch.Part(part.First, part.Count), fakes, part.First, share, seen, read), share);
            }).ToList();
            return GeneratorResult.Of(parts).MoveToOuterDisposeScope();
        }
        finally
        {
            Freeze(false);
        }
    }

    private GeneratorResult Part(StepBatch part, Tensor? fakes, long first, double share, StepAugmentation seen, bool read)
    {
        using var scope = NewDisposeScope();
        var made = fakes ?? state.Generator.call(part.Latents);
        Tensor? pairedLogits = null;
        if (loss.PairsWithReal)
        {
            using var noGradient = no_grad();
            pairedLogits = state.Discriminator.call(seen.Of(part.Pictures, Role.Paired, first));
        }

        var features = state.Discriminator.Features(seen.Of(made, Role.Generated, first));
        var ownLoss = loss.ForGenerator(pairedLogits, state.Discriminator.Logits(features));
        var classLogits = part.Classes is null ? null : state.Discriminator.ClassLogits(features);
        var objective = classLogits is null ? ownLoss : ownLoss + (cross_entropy(classLogits, part.Classes!.Asked) * state.Options.Condition.Weight);
        Shares.Weigh(objective, share).backward();
        using var afterwards = no_grad();
        var right = classLogits is not null && read ? classLogits.argmax(1).eq(part.Classes!.Asked).to(float32).mean() : null;
        return new GeneratorResult(ownLoss.detach(), right).MoveToOuterDisposeScope();
    }

    private void Freeze(bool frozen)
    {
        foreach (var parameter in _discriminatorParameters)
        {
            parameter.requires_grad = !frozen;
        }
    }
}
