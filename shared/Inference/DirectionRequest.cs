using LatentWalk.Core.Latents;

namespace LatentWalk.Inference;

/// <summary>Which directions a file is to have.</summary>
public sealed record DirectionRequest
{
    public DirectionKind Kind { get; init; }

    /// <summary>Those of the file before: the axes that the new ones follow. Empty where there is none.</summary>
    public IReadOnlyList<Direction> Before { get; init; } = [];

    /// <summary>Whether those before only turn the axes: nobody has seen them, so their order and names do not matter.</summary>
    public bool MayReorder { get; init; }

    /// <summary>Labelled training pictures; null where there are none.</summary>
    public LabelledPictures? Labelled { get; init; }
}
