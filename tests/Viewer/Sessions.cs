using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Tests;

/// <summary>Sessions without a window, whose pictures and files are waited for.</summary>
internal static class Sessions
{
    public const double Frame = 1.0 / 60;

    /// <param name="roots">Where generators are looked for.</param>
    public static WalkSession Open(string outFolder, string? generator = null, params string[] roots)
    {
        WalkSession session = new(
            new SessionSettings { OutFolder = outFolder, WalkSeed = 1, Provider = Inference.ProviderChoice.Cpu },
            new OpenResolver(new ModelFolders(roots)), TimeProvider.System);
        session.Open(generator ?? TestGenerator.Shared);
        session.Settle();
        return session;
    }

    public static void Tap(this WalkSession session, params Command[] commands)
    {
        foreach (Command command in commands)
        {
            session.Press(command);
            session.Release(command);
            session.Settle();
        }
    }

    public static void Fly(this WalkSession session, Command command, int frames)
    {
        session.Press(command);
        session.Pass(frames);
        session.Release(command);
        session.Pass(1);
    }

    public static void Pass(this WalkSession session, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            session.Tick(Frame);
        }

        session.Settle();
    }
}
