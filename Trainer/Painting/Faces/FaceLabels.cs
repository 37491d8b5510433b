namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>What the labels tell of a face; its class is the colour of its hair.</summary>
internal static class FaceLabels
{
    internal static IReadOnlyList<PaintedAttribute> Attributes { get; } =
    [
        PaintedAttribute.Of<HairColour>("hairColour"),
        PaintedAttribute.Of<Expression>("expression"),
        PaintedAttribute.Of<FrontHairStyle>("frontHair"),
        PaintedAttribute.Of<BackHairStyle>("backHair"),
        PaintedAttribute.Of<Accessory>("accessory"),
    ];

    /// <param name="values">One for each of <see cref="Attributes"/>.</param>
    internal static void Write(FaceTraits traits, Span<byte> values)
    {
        ReadOnlySpan<byte> found = [(byte)traits.HairColour, (byte)traits.Expression, (byte)traits.FrontHair, (byte)traits.BackHair, (byte)traits.Accessory];
        found.CopyTo(values);
    }
}
