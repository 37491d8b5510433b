using System.Numerics;
using LatentWalk.Core.Latents;

namespace LatentWalk.Walking;

/// <summary>
/// Where the walker has been, sampled evenly in time while it moved: what rewinding plays backwards and the minimap draws.
/// A ring that forgets the oldest; recording allocates nothing. A position is seconds from the first sample
/// ever taken.
/// </summary>
public sealed class TimeTape
{
    /// <summary>Seconds between samples.</summary>
    public const double Interval = 0.05;

    private const int Capacity = 6000;    // five minutes of motion

    private readonly float[] latents;
    private readonly float[] truncations = new float[Capacity];
    private readonly float[][] classes = new float[Capacity][];
    private readonly Vector2[] places = new Vector2[Capacity];
    private long first;

    public TimeTape(int zdim)
    {
        ZDim = zdim;
        latents = new float[Capacity * zdim];
    }

    public int ZDim { get; }

    /// <summary>Number of the oldest sample still there.</summary>
    public long First => first;

    /// <summary>One past the number of the newest sample.</summary>
    public long End { get; private set; }

    /// <summary>Whether there is anything to go back to.</summary>
    public bool IsEmpty => End <= first;

    public double FirstSeconds => first * Interval;

    public double EndSeconds => Math.Max(first, End - 1) * Interval;

    /// <summary>Takes a sample; one equal to the newest is not taken again.</summary>
    /// <param name="z">[zdim].</param>
    /// <param name="classWeights">[classes], never written after they were made.</param>
    public void Record(ReadOnlySpan<float> z, float truncation, float[] classWeights, WalkModel model)
    {
        if (!IsEmpty && truncation == truncations[Slot(End - 1)] && ReferenceEquals(classWeights, classes[Slot(End - 1)]) && z.SequenceEqual(Z(End - 1)))
        {
            return;
        }

        int slot = Slot(End);
        z.CopyTo(latents.AsSpan(slot * ZDim, ZDim));
        truncations[slot] = truncation;
        classes[slot] = classWeights;
        places[slot] = model.Project(z);
        End++;
        first = Math.Max(first, End - Capacity);
    }

    /// <summary>Where sample <paramref name="index"/> lies on the minimap, as <see cref="WalkModel.Project"/> says.</summary>
    public Vector2 Place(long index) => places[Slot(index)];

    /// <summary>The latent of sample <paramref name="index"/>, [zdim].</summary>
    public ReadOnlySpan<float> Z(long index) => latents.AsSpan(Slot(index) * ZDim, ZDim);

    /// <summary>The latent at a time on the tape, between samples along the great circle.</summary>
    public void Write(double seconds, Span<float> z)
    {
        (long index, float t) = At(seconds);
        if (t == 0)
        {
            Z(index).CopyTo(z);
        }
        else
        {
            Sphere.Slerp(Z(index), Z(index + 1), t, z);
        }
    }

    public float Truncation(double seconds)
    {
        (long index, float t) = At(seconds);
        float here = truncations[Slot(index)];
        return t == 0 ? here : float.Lerp(here, truncations[Slot(index + 1)], t);
    }

    /// <summary>The class weights at a time on the tape, [classes].</summary>
    public float[] Classes(double seconds)
    {
        (long index, float t) = At(seconds);
        float[] here = classes[Slot(index)];
        return t == 0 ? here : ClassWeights.Between(here, classes[Slot(index + 1)], t);
    }

    /// <summary>Forgets what came after.</summary>
    public void CutAt(double seconds) => End = Math.Min(End, At(seconds).Index + 1);

    /// <summary>Goes on with what a later tape recorded.</summary>
    public void Append(TimeTape later, WalkModel model)
    {
        for (long i = later.first; i < later.End; i++)
        {
            Record(later.Z(i), later.truncations[Slot(i)], later.classes[Slot(i)], model);
        }
    }

    /// <summary>Another generator: the same latents lie elsewhere on its map.</summary>
    public void ProjectAgain(WalkModel model)
    {
        for (long i = first; i < End; i++)
        {
            places[Slot(i)] = model.Project(Z(i));
        }
    }

    /// <summary>The sample nearest to a place on the minimap; -1 when nothing lies within <paramref name="within"/>.</summary>
    public long Nearest(Vector2 place, float within)
    {
        long nearest = -1;
        float best = within * within;
        for (long i = first; i < End; i++)
        {
            float distance = Vector2.DistanceSquared(place, places[Slot(i)]);
            if (distance <= best)
            {
                best = distance;
                nearest = i;
            }
        }

        return nearest;
    }

    private static int Slot(long index) => (int)(index % Capacity);

    private (long Index, float T) At(double seconds)
    {
        double place = Math.Clamp(seconds / Interval, first, Math.Max(first, End - 1));
        long index = (long)place;
        return index >= End - 1 ? (Math.Max(first, End - 1), 0) : (index, (float)(place - index));
    }
}
