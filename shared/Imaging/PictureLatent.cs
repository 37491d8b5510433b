namespace LatentWalk.Imaging;

/// <summary>What a saved picture remembers of how it was made: enough for the same model to make it again.</summary>
/// <remarks>Equality is by reference for the arrays; compare <see cref="PictureLatentJson.Serialize"/> for content.</remarks>
public sealed record PictureLatent
{
    /// <summary>SHA-256 of the generator file, 64 hexadecimal digits.</summary>
    public required string Model { get; init; }

    /// <summary>The seed of the latent, when it has one.</summary>
    public ulong? Seed { get; init; }

    /// <summary>float32 [zdim], before truncation; the one that counts when both this and <see cref="Seed"/> are given.</summary>
    public float[]? Z { get; init; }

    /// <summary>float32 [classes], when the generator takes classes.</summary>
    public float[]? C { get; init; }

    public float Truncation { get; init; } = 1;

    /// <summary>The training step of the generator, when known.</summary>
    public long? Step { get; init; }

    /// <summary>SHA-256 of the checkpoint that the generator was made of, when known: leads back to it where the generator file is not to be found.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>With <see cref="Checkpoint"/>: which of its generators, "ema" or "raw".</summary>
    public string? Weights { get; init; }

    public string App { get; init; } = Application.NameAndVersion;

    /// <summary>All that is wrong with the record; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> problems = [];
        if (this.Model.Length != 64 || !this.Model.All(char.IsAsciiHexDigit))
        {
            problems.Add("'model' is not a SHA-256 of 64 hexadecimal digits");
        }

        if (this.Checkpoint is { } checkpoint && (checkpoint.Length != 64 || !checkpoint.All(char.IsAsciiHexDigit)))
        {
            problems.Add("'checkpoint' is not a SHA-256 of 64 hexadecimal digits");
        }

        if (this.Seed is null && this.Z is null)
        {
            problems.Add("neither 'seed' nor 'z' is given");
        }

        if (!float.IsFinite(this.Truncation))
        {
            problems.Add("'truncation' is not a finite number");
        }

        if (this.Z is { } z && (z.Length == 0 || !z.All(float.IsFinite)))
        {
            problems.Add("'z' is empty or has values that are not finite");
        }

        if (this.C is { } c && (c.Length == 0 || !c.All(float.IsFinite)))
        {
            problems.Add("'c' is empty or has values that are not finite");
        }

        return problems;
    }
}
