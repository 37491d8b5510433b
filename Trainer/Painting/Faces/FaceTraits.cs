namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Everything that decides a face. Lengths are in units (a picture is 100 wide); "left" is left in the picture.</summary>
internal sealed record FaceTraits
{
    internal required HairColour HairColour { get; init; }

    internal required Expression Expression { get; init; }

    internal required FrontHairStyle FrontHair { get; init; }

    internal required BackHairStyle BackHair { get; init; }

    /// <summary>The parting, the tail and the swept side lie the other way round.</summary>
    internal required bool HairMirrored { get; init; }

    /// <summary>Where the locks beside the face end.</summary>
    internal required double SideLockY { get; init; }

    /// <summary>A strand that stands up on the crown.</summary>
    internal required bool Ahoge { get; init; }

    /// <summary>Added to the tips of the fringe, one number for each.</summary>
    internal required IReadOnlyList<double> Jitter { get; init; }

    /// <summary>Moves the hair's colour a little, in [-1, 1] each.</summary>
    internal required (float R, float G, float B) HairShift { get; init; }

    internal required int Skin { get; init; }

    internal required int LeftEye { get; init; }

    /// <summary>The same as <see cref="LeftEye"/> but for one face in thirty.</summary>
    internal required int RightEye { get; init; }

    internal required double EyeWidth { get; init; }

    internal required double EyeHeight { get; init; }

    /// <summary>From the middle of the face to the middle of an eye.</summary>
    internal required double EyeDistance { get; init; }

    /// <summary>How much higher the outer corner is than the inner one.</summary>
    internal required double EyeSlant { get; init; }

    /// <summary>In [-1, 1] each: where the eyes look.</summary>
    internal required (double X, double Y) Gaze { get; init; }

    internal required double HeadHalfWidth { get; init; }

    internal required double ChinY { get; init; }

    /// <summary>0 narrow, 1 round.</summary>
    internal required double Jaw { get; init; }

    internal required double BrowLift { get; init; }

    internal required double BrowWidth { get; init; }

    /// <summary>0 none, 1 strong.</summary>
    internal required float Blush { get; init; }

    internal required int Nose { get; init; }

    internal required Accessory Accessory { get; init; }

    internal required bool AccessoryOnRight { get; init; }

    internal required int Accent { get; init; }

    /// <summary>Which eye a wink closes: never the one under the hair.</summary>
    internal bool WinksRight => FrontHair == FrontHairStyle.OverOneEye ? !HairMirrored : AccessoryOnRight;

    /// <summary>0 none, 1 round, 2 with corners, 3 rimless below.</summary>
    internal required int Glasses { get; init; }

    internal required bool Earrings { get; init; }

    internal required Clothing Clothing { get; init; }

    internal required int Clothes { get; init; }

    internal required int Ground { get; init; }

    /// <summary>0 flat, 1 lighter above, 2 a disc behind the head.</summary>
    internal required int GroundKind { get; init; }

    /// <summary>Of the head, in turns, clockwise.</summary>
    internal required double Tilt { get; init; }

    internal required double Size { get; init; }

    internal required (double X, double Y) Offset { get; init; }
}
