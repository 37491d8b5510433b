using LatentWalk.Core.Randomness;

namespace LatentWalk.Trainer.Data;

/// <summary>Pictures of noise, for steps that are timed and not learned from.</summary>
internal static class MadeUpPictures
{
    /// <param name="size">Their side in pixels.</param>
    /// <param name="classes">Which they have in turn; none for pictures without labels.</param>
    public static PictureSet Of(ulong seed, int count, int size, IReadOnlyList<string> classes)
    {
        var random = new CounterRandom(seed, 0, Purpose.Sample);
        var pictures = new byte[count][];
        foreach (ref byte[] picture in pictures.AsSpan())
        {
            picture = new byte[size * size * 3];
            for (int at = 0; at < picture.Length; at += 4)
            {
                uint bits = random.NextUInt32();
                for (int k = 0; k < 4 && at + k < picture.Length; k++)
                {
                    picture[at + k] = (byte)(bits >> (8 * k));
                }
            }
        }

        return new PictureSet(pictures, size, [])
        {
            Classes = classes,
            ClassIndices = classes.Count == 0 ? [] : [.. Enumerable.Range(0, count).Select(i => i % classes.Count)],
        };
    }
}
