using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>What the discriminator sees in one step: pictures as they are, or changed by the step's draws.</summary>
/// <remarks>Its tensors belong to the dispose scope it is made in.</remarks>
internal sealed class StepAugmentation
{
    private static readonly int s_roles = Enum.GetValues<Role>().Length;

    private readonly IAugmentation? _augmentation;
    private readonly Tensor? _draws;
    private readonly Tensor? _probability;

    /// <summary>Draws for a whole batch of every role at once: one copy to the device.</summary>
    /// <param name="random">Of this step and of nothing else.</param>
    /// <param name="probability">0-dim on the device; null without an augmentation.</param>
    public StepAugmentation(IAugmentation? augmentation, int batch, CounterRandom random, Tensor? probability, Device device)
    {
        _augmentation = augmentation;
        if (augmentation is null)
        {
            return;
        }

        int columns = augmentation.Columns;
        var values = new float[s_roles * batch * columns];
        for (int row = 0; row < s_roles * batch; row++)
        {
            augmentation.Draw(ref random, values.AsSpan(row * columns, columns));
        }

        _draws = tensor(values, [s_roles, batch, columns]).to(device);
        _probability = probability;
    }

    /// <summary>Pictures [N, 3, R, R] as the discriminator sees them.</summary>
    /// <param name="first">Index in the batch of the first of them.</param>
    public Tensor Of(Tensor pictures, Role role, long first = 0) => _augmentation is null
        ? pictures
        : _augmentation.Of(pictures, _draws!.select(0, (long)role).narrow(0, first, pictures.size(0)), _probability!);
}
