using System.Buffers.Binary;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Randomness;

namespace LatentWalk.Core.Latents;

/// <summary>The one definition of what a seed means. Latents are float32, shape [zdim], from N(0, 1).</summary>
public static class Latent
{
    /// <summary>The latent of a seed; one of more dimensions starts with the same numbers.</summary>
    public static void FromSeed(ulong seed, Span<float> z) => new CounterRandom(seed, 0, Purpose.Latent).FillNormal(z);

    /// <inheritdoc cref="FromSeed(ulong, Span{float})"/>
    public static float[] FromSeed(ulong seed, int zdim)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zdim);
        var z = new float[zdim];
        FromSeed(seed, z);
        return z;
    }

    /// <summary>psi · z: the centre of the prior is 0, so truncation pulls towards 0. <paramref name="result"/> may be z.</summary>
    public static void Truncate(ReadOnlySpan<float> z, float psi, Span<float> result)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(result.Length, z.Length);
        for (int i = 0; i < z.Length; i++)
        {
            result[i] = psi * z[i];
        }
    }

    /// <summary>Little-endian float32, as in the PNG's text.</summary>
    public static string ToBase64(ReadOnlySpan<float> z)
    {
        var bytes = new byte[z.Length * sizeof(float)];
        for (int i = 0; i < z.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), z[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="BadDataException">Not Base64, not whole floats, empty, or a value is not finite.</exception>
    public static float[] FromBase64(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[((text.Length + 3) / 4) * 3];
        if (!Convert.TryFromBase64String(text, bytes, out int count))
        {
            throw new BadDataException("the latent is not Base64 text; expected little-endian float32 values in Base64.");
        }

        if (count == 0 || count % sizeof(float) != 0)
        {
            throw new BadDataException($"the latent has {count} bytes; expected a positive multiple of {sizeof(float)} (float32 values).");
        }

        var z = new float[count / sizeof(float)];
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
            if (!float.IsFinite(z[i]))
            {
                throw new BadDataException($"value {i} of the latent is {z[i]}; expected finite numbers.");
            }
        }

        return z;
    }
}
