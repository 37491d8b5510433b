namespace LatentWalk.Trainer.Prepare;

/// <summary>What steps are called on the command line, in files and in the report.</summary>
internal static class StepNames
{
    private static readonly (PrepareStep Step, string Name, string Says)[] s_all =
    [
        (PrepareStep.Decode, "decode", "cannot be read as a picture"),
        (PrepareStep.Face, "face", "no face was found"),
        (PrepareStep.Small, "small", "too small"),
        (PrepareStep.Aspect, "aspect", "too long and narrow"),
        (PrepareStep.Blur, "blur", "too blurred"),
        (PrepareStep.Grey, "grey", "nearly without colour"),
        (PrepareStep.Photo, "photo", "more like a photograph than a drawing"),
        (PrepareStep.Background, "background", "not on the background of the others"),
        (PrepareStep.Duplicate, "duplicate", "nearly the same as another one"),
        (PrepareStep.Turn, "turn", "turned to face left"),
        (PrepareStep.Square, "square", "padded or cropped to a square"),
        (PrepareStep.Mirror, "mirror", "mirrored"),
    ];

    /// <summary>Every step, decoding first.</summary>
    public static IReadOnlyList<PrepareStep> All { get; } = [.. s_all.Select(entry => entry.Step)];

    /// <summary>The steps that can refuse a picture.</summary>
    public static IReadOnlyList<PrepareStep> Filters { get; } = [.. All.Where(step => step <= PrepareStep.Duplicate)];

    /// <summary>The steps that <c>--skip</c> takes.</summary>
    public static IReadOnlyList<string> Skippable { get; } = [.. s_all.Where(entry => entry.Step is not (PrepareStep.Decode or PrepareStep.Square)).Select(entry => entry.Name)];

    public static string Of(PrepareStep step) => s_all[(int)step].Name;

    /// <summary>Why a filter refuses, in words.</summary>
    public static string Reason(PrepareStep step) => s_all[(int)step].Says;

    public static PrepareStep? Parse(string name) =>
        s_all.Where(entry => entry.Name == name).Select(entry => (PrepareStep?)entry.Step).FirstOrDefault();
}
