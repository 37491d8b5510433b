using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>
/// A journey through key frames in a given time. Every moment of it is a function of that moment alone, so it can be
/// played at any rate and be cut to music. Immutable.
/// </summary>
/// <param name="Frames">In order; each leg between two of them takes equally long.</param>
/// <param name="Seconds">From the first to the last, or of a closed one until it is at the first again.</param>
/// <param name="Closed">The last key frame leads on to the first, and the end is the beginning bit for bit.</param>
public sealed record JourneyPlan(IReadOnlyList<KeyFrame> Frames, double Seconds, Easing Easing, bool Closed)
{
    public const double LeastSeconds = 0.5;
    public const double MostSeconds = 3600;

    public static JourneyPlan Empty { get; } = new([], 8, Easing.Smooth, true);

    /// <summary>Ways from one key frame to the next.</summary>
    public int Legs => Frames.Count < 2 ? 0 : Closed ? Frames.Count : Frames.Count - 1;

    public bool IsPlayable => Legs > 0 && Seconds > 0;

    /// <summary>The time on the plan, <paramref name="elapsed"/> seconds after departure: closed ones begin again, others stay at the end.</summary>
    public double TimeAt(double elapsed)
    {
        if (!Closed)
        {
            return Math.Clamp(elapsed, 0, Seconds);
        }

        double left = elapsed % Seconds;
        return left < 0 ? left + Seconds : left;
    }

    /// <summary>When the journey is at key frame <paramref name="index"/>.</summary>
    public double TimeOf(int index) => Legs == 0 ? 0 : Seconds * index / Legs;

    /// <summary>The latent at a time, [zdim]; at a key frame exactly its own.</summary>
    public void WriteLatent(double time, Span<float> z)
    {
        (int leg, double t) = LegAt(time);
        if (t == 0)
        {
            Frame(leg).Place.Z.CopyTo(z);
        }
        else if (Easing == Easing.Flowing)
        {
            Flow(leg, (float)t, z);
        }
        else
        {
            Sphere.Slerp(Frame(leg).Place.Z, Frame(leg + 1).Place.Z, (float)Easings.Apply(Easing, t), z);
        }
    }

    public float Truncation(double time)
    {
        (int leg, double t) = LegAt(time);
        return t == 0
            ? Frame(leg).Truncation
            : float.Lerp(Frame(leg).Truncation, Frame(leg + 1).Truncation, (float)Easings.Apply(Easing, t));
    }

    /// <summary>The class weights at a time: those of a key frame themselves where they do not change, else new ones.</summary>
    public float[] Classes(double time)
    {
        (int leg, double t) = LegAt(time);
        float[] from = Frame(leg).Classes;
        return t == 0 ? from : ClassWeights.Between(from, Frame(leg + 1).Classes, (float)Easings.Apply(Easing, t));
    }

    /// <summary>The key frame that a time is at or after, and how far on to the next one in [0, 1).</summary>
    public (int Leg, double T) LegAt(double time)
    {
        if (Legs == 0)
        {
            return (0, 0);
        }

        double place = TimeAt(time) * Legs / Seconds;
        int leg = Math.Min((int)place, Legs);
        return (leg, leg == Legs ? 0 : place - leg);
    }

    /// <summary>With another place at <paramref name="index"/>, after which the rest follows.</summary>
    public JourneyPlan Insert(int index, KeyFrame frame) => this with { Frames = [.. Frames.Take(index), frame, .. Frames.Skip(index)] };

    public JourneyPlan RemoveAt(int index) => this with { Frames = [.. Frames.Take(index), .. Frames.Skip(index + 1)] };

    private KeyFrame Frame(int index) => Frames[Closed ? (index + Frames.Count) % Frames.Count : Math.Clamp(index, 0, Frames.Count - 1)];

    // Catmull-Rom through the neighbours as well, then back to the sphere: passes each key frame exactly and never turns sharply.
    private void Flow(int leg, float t, Span<float> z)
    {
        float[] before = Frame(leg - 1).Place.Z;
        float[] from = Frame(leg).Place.Z;
        float[] to = Frame(leg + 1).Place.Z;
        float[] after = Frame(leg + 2).Place.Z;
        float squared = t * t;
        float cubed = squared * t;
        float a = -0.5f * cubed + squared - 0.5f * t;
        float b = 1.5f * cubed - 2.5f * squared + 1;
        float c = -1.5f * cubed + 2 * squared + 0.5f * t;
        float d = 0.5f * cubed - 0.5f * squared;
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = a * before[i] + b * from[i] + c * to[i] + d * after[i];
        }

        Sphere.Normalise(z, float.Lerp(Sphere.Length(from), Sphere.Length(to), t));
    }
}
