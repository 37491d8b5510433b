using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Prepare;

/// <summary>What became of a file, or of one face in it.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Face">Which face of it, from 0; -1 for the whole picture.</param>
/// <param name="Sha256">Of the file's bytes, 32 of them; empty when it could not be read.</param>
/// <param name="Message">Why it cannot be used, a whole sentence; null when it can.</param>
/// <param name="Pixels">uint8 [size, size, 4]; null when there are none.</param>
internal sealed record Candidate(string Name, int Face, byte[] Sha256, PictureScores Scores, string? Message, byte[]? Pixels)
{
    /// <summary>Of a picture with pixels.</summary>
    public BorderColours Border { get; init; }

    /// <summary>Steps as they looked, for the sheets; empty for most pictures.</summary>
    public IReadOnlyList<StepView> Views { get; init; } = [];
}
