using System.Numerics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Input;

/// <summary>
/// Which commands are down, counted over all their keys. A tap acts for at least <see cref="ShortestSeconds"/>, because press and
/// release of a quick tap arrive together and would otherwise move nothing.
/// </summary>
internal sealed class HeldCommands
{
    public const double ShortestSeconds = 0.08;

    private static readonly int Count = Enum.GetValues<Command>().Length;

    private readonly int[] keysDown = new int[Count];
    private readonly double[] leastLeft = new double[Count];

    public void Press(Command command)
    {
        keysDown[(int)command]++;
        leastLeft[(int)command] = ShortestSeconds;
    }

    /// <summary>Down for a while without anybody holding it: a line of the menu was chosen.</summary>
    public void Hold(Command command, double seconds) => leastLeft[(int)command] = Math.Max(leastLeft[(int)command], seconds);

    public void Release(Command command) => keysDown[(int)command] = Math.Max(0, keysDown[(int)command] - 1);

    /// <summary>Forgets every key: the window lost the keyboard and will not hear of the releases.</summary>
    public void ReleaseAll()
    {
        Array.Clear(keysDown);
        Array.Clear(leastLeft);
    }

    /// <summary>What is held during the next <paramref name="seconds"/>, which pass.</summary>
    public FlightInput Read(double seconds)
    {
        FlightInput input = new(
            new Vector3(
                Axis(Command.Forward, Command.Backward),
                Axis(Command.Right, Command.Left),
                Axis(Command.ThirdUp, Command.ThirdDown)),
            0,
            IsDown(Command.Fast),
            IsDown(Command.Precise),
            IsDown(Command.Rewind));
        for (int command = 0; command < leastLeft.Length; command++)
        {
            leastLeft[command] = Math.Max(0, leastLeft[command] - seconds);
        }

        return input;
    }

    private float Axis(Command plus, Command minus) => (IsDown(plus) ? 1 : 0) - (IsDown(minus) ? 1 : 0);

    private bool IsDown(Command command) => keysDown[(int)command] > 0 || leastLeft[(int)command] > 0;
}
