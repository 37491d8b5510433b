using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>What a walk file's values are held against; each problem says which file, which key, what was found and what was expected.</summary>
internal sealed class WalkChecks(string source)
{
    public const int LargestZDim = 1 << 16;
    public const int MostClasses = 1 << 16;
    public const float LargestLatent = 1e6f;
    public const float LargestTruncation = 4;
    public const float LargestAmount = 1e6f;

    private const int LongestText = 4096;
    private const int Sha256Digits = 64;

    public BadDataException Refuse(string problem) =>
        new($"'{source}' is not a walk of this program: {problem}. The file is damaged or from another version; record the walk again.");

    public int Between(int value, int least, int most, string where) => (int)Between((long)value, least, most, where);

    public long Between(long value, long least, long most, string where) => value >= least && value <= most
        ? value
        : throw Refuse($"{where} is {value}; expected {least} to {most}");

    /// <param name="limit">Largest magnitude.</param>
    public float Within(float value, float limit, string where) => MathF.Abs(value) <= limit
        ? value
        : throw Refuse($"{where} is {value}; expected {-limit} to {limit}");

    public double Within(double value, double limit, string where) => Math.Abs(value) <= limit
        ? value
        : throw Refuse($"{where} is {value}; expected {-limit} to {limit}");

    public string Text(string text, string where) => text.Length <= LongestText
        ? text
        : throw Refuse($"{where} has {text.Length} characters; expected at most {LongestText}");

    public string Sha256(string text, string where) => text.Length == Sha256Digits && text.All(char.IsAsciiHexDigit)
        ? text
        : throw Refuse($"{where} is not a SHA-256 of {Sha256Digits} hexadecimal digits");

    /// <summary>Training steps of checkpoints.</summary>
    public long[] Stops(long[] stops, string where)
    {
        Between(stops.Length, 0, MostClasses, $"the length of {where}");
        for (int i = 0; i < stops.Length; i++)
        {
            Between(stops[i], 0, long.MaxValue, $"{where}[{i}]");
        }

        return stops;
    }

    /// <param name="base64">Little-endian float32.</param>
    public float[] Floats(string base64, int count, float limit, string where)
    {
        float[] values;
        try
        {
            values = Latent.FromBase64(base64);
        }
        catch (BadDataException error)
        {
            throw Refuse($"{where}: {error.Message.TrimEnd('.')}");
        }

        if (values.Length != count)
        {
            throw Refuse($"{where} has {values.Length} numbers; expected {count}");
        }

        foreach (float value in values)
        {
            Within(value, limit, where);
        }

        return values;
    }

    public T Name<T>(string text, string where)
        where T : struct, Enum => Enum.TryParse(text, out T value) && value.ToString() == text && !char.IsAsciiDigit(text[0]) && text[0] != '-'
        ? value
        : throw Refuse($"{where} is '{(text.Length > 40 ? text[..40] + "…" : text)}'; expected one of {string.Join(", ", Enum.GetNames<T>())}");
}
