using System.Globalization;

namespace LatentWalk.Walking;

/// <summary>Numbers as text, made once: what is drawn in every frame must not allocate.</summary>
internal static class ClassNumbers
{
    private static readonly string[] s_texts = [.. Enumerable.Range(1, 1024).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Counted from 1.</summary>
    public static string Of(int index) => index < s_texts.Length ? s_texts[index] : "?";
}
