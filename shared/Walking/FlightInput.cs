using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>What the hands hold during one frame, whichever device they are on.</summary>
/// <param name="Thrust">Forward, right, third in [-1, 1] each.</param>
/// <param name="Truncation">Rate of change of the truncation in [-1, 1] (a stick; keys and the wheel go in steps).</param>
/// <param name="Rewind">Time runs backwards.</param>
public readonly record struct FlightInput(Vector3 Thrust, float Truncation = 0, bool Fast = false, bool Precise = false, bool Rewind = false)
{
    /// <summary>Whether the hands hold nothing at all.</summary>
    public bool IsIdle => this == default;

    public bool IsSteering => Thrust != Vector3.Zero;

    /// <summary>Diagonals go no faster than straight lines.</summary>
    public Vector3 Limited()
    {
        float length = Thrust.Length();
        return length > 1 ? Thrust / length : Thrust;
    }
}
