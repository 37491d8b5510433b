namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>An arm or a leg in its pose: frames whose origin is a joint, with the limb running down along y and its front at negative x.</summary>
/// <param name="Upper">At the shoulder or the hip.</param>
/// <param name="Lower">At the elbow or the knee.</param>
/// <param name="End">At the wrist or the ankle; a foot stands level.</param>
internal sealed record Limb(bool IsFar, Frame Upper, Frame Lower, Frame End)
{
    // The robot is turned a little: its far side is nearer to the middle of the picture.
    private const double FarNarrower = 0.88;

    internal static Limb Arm(Sketch sketch, bool isFar)
    {
        Proportions build = sketch.Lengths;
        double away = isFar ? 0.03 + (0.04 * sketch.Traits.Arms.Far) : -0.03 - (0.035 * sketch.Traits.Arms.Near);
        double bend = isFar ? 0.02 + (0.09 * sketch.Traits.Elbows.Far) : 0.025 + (0.05 * sketch.Traits.Elbows.Near);
        double x = isFar ? 50 - (build.ShoulderX * FarNarrower) : 50 + build.ShoulderX;
        Frame upper = sketch.Body.Placed(0, 0, away, 1, x, build.ShoulderY + 0.5);
        Frame lower = upper.Placed(0, 0, bend, 1, 0, build.UpperArm);
        return new Limb(isFar, upper, lower, lower.Moved(0, build.Forearm));
    }

    internal static Limb Leg(Sketch sketch, bool isFar)
    {
        Proportions build = sketch.Lengths;
        double spread = 0.008 + (0.042 * sketch.Traits.Stance);
        double away = isFar ? spread : -spread * 0.9;
        double bend = 0.003 + (0.016 * sketch.Traits.Knees);
        double x = isFar ? 49.2 - (build.HipX * FarNarrower) : 49.8 + build.HipX;
        double y = build.HipY;
        Frame upper = sketch.Body.Placed(0, 0, away + bend, 1, x, y);
        Frame lower = upper.Placed(0, 0, -bend * 2, 1, 0, build.Thigh);
        var (ankleX, ankleY) = lower.Map(0, build.Shin);
        var (atX, atY) = sketch.Body.Map(0, 0);
        Frame end = sketch.Body with { X0 = sketch.Body.X0 + ankleX - atX, Y0 = sketch.Body.Y0 + ankleY - atY };
        return new Limb(isFar, upper, lower, end);
    }
}
