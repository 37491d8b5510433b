using LatentWalk.Core.Errors;
using LatentWalk.Viewer.App;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Capture;

/// <summary>
/// A walk from a file plays in the place of hands, until it ends or hands take over: then one stands where it was, and undo
/// leads back to where one was before. What devices and watchers report meanwhile waits for that.
/// </summary>
internal sealed class PlaybackHands(WalkSession session)
{
    private const double StepsPerSecond = 120;

    private WalkPlayer? player;
    private WalkState before;
    private double steps;

    public bool IsPlaying => player is not null;

    /// <exception cref="BadModelException">The walk is of another size than the open generator.</exception>
    public void Play(Walk walk)
    {
        int zdim = session.Generator!.ZDim;
        if (walk.ZDim != zdim)
        {
            throw new BadModelException($"the walk has latents of {walk.ZDim} numbers, but {session.Generator.Info.Name} takes {zdim}; open the generator it was made in ({walk.Origin.Name}) first.");
        }

        End(null);
        session.Recording.Stop("a walk is played: the recording ends here");
        if (walk.Recording is { } recording)
        {
            before = session.State;
            steps = 0;
            player = new WalkPlayer(recording, session.Simulation);
        }
        else
        {
            session.Do(WalkAction.SetPlan(walk.Journey!.Plan));
            session.Do(WalkAction.SetMode(WalkMode.Journey));
            session.Do(WalkAction.Press(Command.AutoWalk));
        }
    }

    public void Advance(double seconds)
    {
        steps += seconds * StepsPerSecond;
        player!.GoTo(steps);
        if (player.HasEnded)
        {
            End("the walk ends here; go on flying");
        }
    }

    /// <summary>For films: the frame's exact time. A film never hands back.</summary>
    public void GoTo(int frame, double framesPerSecond) => player?.GoTo(WalkReplay.StepsAt(frame, framesPerSecond));

    /// <summary>True where the action was for the walk that waits, or ended the playback and is no more than that.</summary>
    public bool Take(in WalkAction action)
    {
        if (player is null)
        {
            return false;
        }

        switch (action.Kind)
        {
            case WalkActionKind.SetFavourites or WalkActionKind.SetStops or WalkActionKind.SetOther or WalkActionKind.SetComfort:
                before = session.Simulation.Reducer.Reduce(before, action);
                return true;
            case WalkActionKind.Pace or WalkActionKind.Touch or WalkActionKind.PointAt:
            case WalkActionKind.Steer when action.Input.IsIdle:    // the hands hold nothing; the recorded ones may
                return true;
            case WalkActionKind.Say or WalkActionKind.Fail or WalkActionKind.Recover:
            case WalkActionKind.Press when action.Command is Command.Hud or Command.Overlay or Command.FullScreen or Command.Quit or Command.Minimap:
                return false;
            default:
                End("your hands are on the walk again");
                return action is { Kind: WalkActionKind.Press, Command: Command.Cancel };
        }
    }

    private void End(string? said)
    {
        if (player is not { } ended)
        {
            return;
        }

        player = null;
        ended.HandBack(before);
        if (said is not null)
        {
            session.Say(said);
        }
    }
}
