using LatentWalk.Core.Randomness;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Penalties;

/// <summary>Random tensors from our own random numbers.</summary>
internal static class Draw
{
    /// <summary>Uniform in [0, 1), of the type and on the device of another tensor.</summary>
    public static Tensor Uniform(CounterRandom random, long[] shape, Tensor like)
    {
        var values = new float[shape.Aggregate(1L, (count, side) => count * side)];
        foreach (ref float value in values.AsSpan())
        {
            value = random.NextSingle();
        }

        return tensor(values, shape).to(like.dtype).to(like.device);
    }
}
