using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Augment;

/// <summary>
/// Random changes of pictures that gradients flow through, twice: to the generator's weights, and of a gradient penalty.
/// Chances are compared on the device, so that a probability that lives there is never waited for.
/// </summary>
internal interface IAugmentation
{
    /// <summary>How many numbers one picture takes.</summary>
    int Columns { get; }

    /// <summary>Draws the numbers of one picture.</summary>
    void Draw(ref CounterRandom random, Span<float> row);

    /// <param name="pictures">[N, 3, R, R] float32 in [-1, 1], as the result but for its range.</param>
    /// <param name="draws">[N, <see cref="Columns"/>], of the type and on the device of the pictures.</param>
    /// <param name="probability">0-dim; the chance of each change for each picture.</param>
    Tensor Of(Tensor pictures, Tensor draws, Tensor probability);
}
