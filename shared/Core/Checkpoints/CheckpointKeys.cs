namespace LatentWalk.Core.Checkpoints;

/// <summary>Keys of a checkpoint's <c>__metadata__</c>. All values are strings; some hold JSON.</summary>
public static class CheckpointKeys
{
    /// <summary>Value of <see cref="Version"/> that this program writes and reads.</summary>
    public const string CurrentVersion = "1";

    public const string Version = "latentwalk.version";

    /// <summary>JSON of <see cref="Networks.GeneratorSpec"/>.</summary>
    public const string Generator = "latentwalk.generator";

    /// <summary>JSON of <see cref="Networks.DiscriminatorSpec"/>.</summary>
    public const string Discriminator = "latentwalk.discriminator";

    /// <summary>Training steps done, decimal.</summary>
    public const string Step = "latentwalk.step";

    /// <summary>Real pictures shown to the discriminator, decimal.</summary>
    public const string ImagesSeen = "latentwalk.images_seen";

    /// <summary>In a history file: SHA-256 of the checkpoint that its generator was in.</summary>
    public const string Origin = "latentwalk.origin";

    public const string Preset = "latentwalk.preset";

    /// <summary>Fingerprint of the data set.</summary>
    public const string Dataset = "latentwalk.dataset";

    /// <summary>Names of the classes in their order, a JSON array of strings; left out without classes.</summary>
    public const string Classes = "latentwalk.classes";

    public const string Seed = "latentwalk.seed";

    /// <summary>Seeds of the sample sheet, such as "0-63".</summary>
    public const string SheetSeeds = "latentwalk.sheet_seeds";
}
