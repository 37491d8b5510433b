namespace LatentWalk.Trainer.Collect;

/// <summary>Numbers of things in sentences.</summary>
internal static class Counted
{
    /// <summary>"1 picture is", "2 pictures are".</summary>
    public static string Are(int count, string noun) => count == 1 ? $"1 {noun} is" : $"{count} {noun}s are";

    /// <summary>"1 page", "2 pages".</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
