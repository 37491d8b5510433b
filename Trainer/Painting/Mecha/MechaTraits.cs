namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>
/// Everything that decides a robot. Lengths are in units (a picture is 100 wide). It is drawn looking to the left and a little
/// at us: its far side is the left one in the picture; one that looks to the right is the mirror of it.
/// </summary>
internal sealed record MechaTraits
{
    internal required Faction Faction { get; init; }

    internal required Facing Facing { get; init; }

    internal required Build Build { get; init; }

    internal required HeadKind Head { get; init; }

    internal required ChestKind Chest { get; init; }

    internal required ShoulderKind Shoulders { get; init; }

    internal required LegKind Legs { get; init; }

    internal required BackpackKind Backpack { get; init; }

    internal required WingKind Wings { get; init; }

    internal required WeaponKind Weapon { get; init; }

    internal required ShieldKind Shield { get; init; }

    /// <summary>One of the faction's schemes.</summary>
    internal required int Scheme { get; init; }

    /// <summary>Which parts have which colour.</summary>
    internal required int Pattern { get; init; }

    /// <summary>A fin on the helmet of kinds that may go without.</summary>
    internal required bool Crest { get; init; }

    /// <summary>On the shoulder and the shield: 0 none, 1 stripe, 2 chevron, 3 disc.</summary>
    internal required int Marking { get; init; }

    /// <summary>In [-1, 1]: where the eye of a helmet with one eye looks.</summary>
    internal required double Gaze { get; init; }

    /// <summary>Added to the colours of the armour.</summary>
    internal required (float R, float G, float B) Tint { get; init; }

    /// <summary>How wide body and limbs are, as a factor.</summary>
    internal required double Girth { get; init; }

    internal required double HeadSize { get; init; }

    internal required double ShoulderSize { get; init; }

    /// <summary>How far the feet are apart: 0 close, 1 wide.</summary>
    internal required double Stance { get; init; }

    /// <summary>The knees' bend, in turns.</summary>
    internal required double Knees { get; init; }

    /// <summary>Both arms away from the body, in turns: the far one and the near one.</summary>
    internal required (double Far, double Near) Arms { get; init; }

    /// <summary>Both forearms forward, in turns.</summary>
    internal required (double Far, double Near) Elbows { get; init; }

    /// <summary>The weapon's turn about the hand, added to its own.</summary>
    internal required double WeaponTurn { get; init; }

    /// <summary>The wings' spread, in turns.</summary>
    internal required double Spread { get; init; }

    /// <summary>Of the whole robot, in turns.</summary>
    internal required double Lean { get; init; }

    internal required int Ground { get; init; }

    internal required double Size { get; init; }

    internal required double OffsetX { get; init; }
}
