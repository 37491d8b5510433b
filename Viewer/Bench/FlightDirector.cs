using LatentWalk.Viewer.App;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Bench;

/// <summary>Flies a session by the clock, through the entrance that keys and buttons use: turns, boosts, jumps, truncation. Allocates nothing.</summary>
internal sealed class FlightDirector(WalkSession session)
{
    private static readonly Leg[] Legs =
    [
        new(2, Command.Forward, null),
        new(1.5, Command.Forward, Command.Right),
        new(2, Command.Forward, Command.Fast),
        new(1, Command.TruncationDown, null),
        new(1.5, Command.Left, Command.ThirdUp),
        new(1, Command.TruncationUp, null),
        new(2, Command.Backward, Command.Left),
        new(1.5, Command.Backward, Command.Fast),
        new(1.5, Command.Right, Command.ThirdDown),
        new(1, Command.Forward, Command.Precise),
    ];

    private int current = -1;
    private double left;

    /// <summary>Time passes.</summary>
    public void Step(double seconds)
    {
        left -= seconds;
        if (left > 0)
        {
            return;
        }

        Rest();
        current = (current + 1) % Legs.Length;
        Leg leg = Legs[current];
        left = leg.Seconds;
        session.Press(leg.First);
        if (leg.Second is { } second)
        {
            session.Press(second);
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Rest()
    {
        if (current < 0)
        {
            return;
        }

        session.Release(Legs[current].First);
        if (Legs[current].Second is { } second)
        {
            session.Release(second);
        }
    }

    private readonly record struct Leg(double Seconds, Command First, Command? Second);
}
