namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Lengths of a robot in units (a picture is 100 wide); y of a joint counts from the top of the picture.</summary>
internal sealed record Proportions
{
    /// <summary>Where the feet stand.</summary>
    internal const double GroundY = 95;

    internal required double Head { get; init; }

    internal required double NeckY { get; init; }

    internal required double WaistY { get; init; }

    internal required double TorsoHalf { get; init; }

    internal required double ShoulderX { get; init; }

    internal required double Shoulder { get; init; }

    internal required double UpperArm { get; init; }

    internal required double Forearm { get; init; }

    internal required double ArmWidth { get; init; }

    internal required double HipX { get; init; }

    internal required double Thigh { get; init; }

    internal required double Shin { get; init; }

    internal required double Foot { get; init; }

    internal required double LegWidth { get; init; }

    internal double HipY => GroundY - Foot - Shin - Thigh;

    internal double TorsoHeight => WaistY - NeckY;

    internal double ShoulderY => NeckY + (TorsoHeight * 0.2);

    internal static Proportions Of(MechaTraits traits)
    {
        Proportions plain = traits.Build switch
        {
            Build.Slender => new()
            {
                Head = 0.98, NeckY = 23, WaistY = 39.5, TorsoHalf = 9.4, ShoulderX = 12, Shoulder = 0.92, UpperArm = 12.5, Forearm = 13.5, ArmWidth = 5.4,
                HipX = 4.6, Thigh = 17.5, Shin = 24, Foot = 6, LegWidth = 7,
            },
            Build.Standard => new()
            {
                Head = 1.08, NeckY = 25, WaistY = 42, TorsoHalf = 11, ShoulderX = 14, Shoulder = 1.06, UpperArm = 11.5, Forearm = 13, ArmWidth = 6.6,
                HipX = 5.4, Thigh = 15.5, Shin = 21.5, Foot = 6.6, LegWidth = 8.6,
            },
            Build.Heavy => new()
            {
                Head = 1.02, NeckY = 26, WaistY = 46, TorsoHalf = 14.6, ShoulderX = 18, Shoulder = 1.36, UpperArm = 12, Forearm = 15, ArmWidth = 9,
                HipX = 7.4, Thigh = 12.5, Shin = 19.5, Foot = 7.6, LegWidth = 11.6,
            },
            _ => new()
            {
                Head = 2.15, NeckY = 45, WaistY = 61, TorsoHalf = 11.5, ShoulderX = 15, Shoulder = 1.1, UpperArm = 9, Forearm = 11, ArmWidth = 7.4,
                HipX = 6.4, Thigh = 7.5, Shin = 14, Foot = 7.6, LegWidth = 9.6,
            },
        };
        double girth = traits.Girth;
        return plain with
        {
            Head = plain.Head * traits.HeadSize,
            TorsoHalf = plain.TorsoHalf * girth,
            ShoulderX = plain.ShoulderX * girth,
            ArmWidth = plain.ArmWidth * girth,
            HipX = plain.HipX * girth,
            LegWidth = plain.LegWidth * girth,
            Shoulder = plain.Shoulder * traits.ShoulderSize,
        };
    }
}
