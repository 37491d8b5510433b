using System.Numerics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>The mouse on what a mode lays over the picture: knobs, the wiper's edge, the map. Positions are framebuffer pixels.</summary>
internal sealed class PanelHands(WalkSession session)
{
    /// <summary>How near to the wiper's edge takes hold of it, in font pixels.</summary>
    private const int Reach = 8;

    /// <summary>How near to a place on the map chooses it, in font pixels.</summary>
    private const int MapReach = 12;

    private int slider = -1;
    private bool wiper;

    /// <returns>Whether the click was meant for a panel.</returns>
    public bool Down(Vector2 position)
    {
        if (session.State.Screen != Screen.Play)
        {
            return false;
        }

        if (session.State.Minimap && PickOnMap(position))
        {
            return true;
        }

        ScenePlan plan = session.Plan;
        slider = plan.Sliders.At((int)position.X, (int)position.Y);
        wiper = slider < 0 && IsOnEdge(plan, position);
        if (slider >= 0 || wiper)
        {
            Move(position);
            return true;
        }

        return false;
    }

    /// <returns>Whether something is held.</returns>
    public bool Move(Vector2 position)
    {
        ScenePlan plan = session.Plan;
        if (slider >= 0 && slider < plan.Sliders.Count)
        {
            session.Do(WalkAction.Slide(slider, plan.Sliders.ShareAt(slider, position.X)));
        }
        else if (wiper && plan.Split >= 0)
        {
            (int left, int width) = session.FaceSpan(plan);
            session.Do(WalkAction.Slide(0, Math.Clamp((position.X - left) / Math.Max(1, width), 0, 1)));
        }
        else
        {
            return false;
        }

        return true;
    }

    public void Up()
    {
        slider = -1;
        wiper = false;
    }

    private bool PickOnMap(Vector2 position)
    {
        SceneLayout layout = session.Layout;
        MapLayout map = MapLayout.Of(layout.Width, layout.Height, layout.TextScale, session.State);
        if (!map.Area.Contains((int)position.X, (int)position.Y))
        {
            return false;
        }

        session.Do(WalkAction.PickOnMap(map.ToPlace(position), map.Reach(MapReach * layout.TextScale)));
        return true;
    }

    private bool IsOnEdge(in ScenePlan plan, Vector2 position)
    {
        if (plan.Split < 0)
        {
            return false;
        }

        (int left, int width) = session.FaceSpan(plan);
        return Math.Abs(position.X - (left + plan.Split * width)) <= Reach * session.Layout.TextScale;
    }
}
