using LatentWalk.Core.Latents;
using LatentWalk.Core.Numerics;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Walks;

/// <summary>Closed walks: the frame after the last one would be the first one again.</summary>
public static class LoopPath
{
    /// <summary>A whole great circle at even speed; frame 0 is the latent of the seed. Shape [frames][zdim].</summary>
    public static float[][] Circle(ulong seed, int zdim, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        float[] start = Latent.FromSeed(seed, zdim);
        float[] quarter = (float[])start.Clone();
        var direction = new float[zdim];
        new CounterRandom(seed, 1, Purpose.Walk).FillNormal(direction);
        Sphere.Step(quarter, direction, (float)(Math.PI / 2));

        var path = new float[frames][];
        for (int frame = 0; frame < frames; frame++)
        {
            var (sin, cos) = StableMath.SinCosTurns((double)frame / frames);
            var z = new float[zdim];
            for (int i = 0; i < zdim; i++)
            {
                z[i] = (float)((cos * start[i]) + (sin * quarter[i]));
            }

            path[frame] = z;
        }

        return path;
    }

    /// <summary>From each latent to the next and from the last back to the first, along great circles, equal time for each.</summary>
    public static float[][] KeyFrames(IReadOnlyList<float[]> latents, int frames)
    {
        ArgumentNullException.ThrowIfNull(latents);
        ArgumentOutOfRangeException.ThrowIfZero(latents.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        var path = new float[frames][];
        for (int frame = 0; frame < frames; frame++)
        {
            long position = (long)frame * latents.Count;
            int key = (int)(position / frames);
            float t = (float)((double)(position % frames) / frames);
            float[] from = latents[key];
            var z = new float[from.Length];
            Sphere.Slerp(from, latents[(key + 1) % latents.Count], t, z);
            path[frame] = z;
        }

        return path;
    }
}
