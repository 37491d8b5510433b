using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>Random tensors from our own random numbers.</summary>
internal static class Draw
{
    /// <summary>Uniform in [0, 1), of the type and on the device of another tensor.</summary>
    /// <param name="shape">N first.</param>
    /// <param name="first">Index of the first of the N where they are a part of a batch, whose earlier ones take the numbers before.</param>
    public static Tensor Uniform(CounterRandom random, long[] shape, Tensor like, long first = 0)
    {
        var values = new float[shape.Aggregate(1L, (count, side) => count * side)];
        random.Skip(first * (values.Length / shape[0]));
        foreach (ref float value in values.AsSpan())
        {
            value = random.NextSingle();
        }

        return tensor(values, shape).to(like.dtype).to(like.device);
    }
}
