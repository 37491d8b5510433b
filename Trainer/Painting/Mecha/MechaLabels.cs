namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the labels tell of a robot; its class is its faction.</summary>
internal static class MechaLabels
{
    internal static IReadOnlyList<PaintedAttribute> Attributes { get; } =
    [
        PaintedAttribute.Of<Faction>("faction"),
        PaintedAttribute.Of<Facing>("facing"),
        PaintedAttribute.Of<Build>("build"),
        PaintedAttribute.Of<HeadKind>("head"),
        PaintedAttribute.Of<ChestKind>("chest"),
        PaintedAttribute.Of<ShoulderKind>("shoulders"),
        PaintedAttribute.Of<LegKind>("legs"),
        PaintedAttribute.Of<BackpackKind>("backpack"),
        PaintedAttribute.Of<WingKind>("wings"),
        PaintedAttribute.Of<WeaponKind>("weapon"),
        PaintedAttribute.Of<ShieldKind>("shield"),
    ];

    /// <param name="values">One for each of <see cref="Attributes"/>.</param>
    internal static void Write(MechaTraits traits, Span<byte> values)
    {
        ReadOnlySpan<byte> found =
        [
            (byte)traits.Faction, (byte)traits.Facing, (byte)traits.Build, (byte)traits.Head, (byte)traits.Chest, (byte)traits.Shoulders,
            (byte)traits.Legs, (byte)traits.Backpack, (byte)traits.Wings, (byte)traits.Weapon, (byte)traits.Shield,
        ];
        found.CopyTo(values);
    }
}
