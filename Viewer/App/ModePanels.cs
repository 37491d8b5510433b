using LatentWalk.Viewer.Panels;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.App;

/// <summary>What the modes lay over their pictures.</summary>
internal static class ModePanels
{
    /// <summary>Whether the top left of the frame is free for the lines about the walk.</summary>
    public static bool LeaveRoomForHud(in WalkState state) => state.Grid is null && state.Compass is null && state.Breed is null && state.Mix is null && state.Mode != WalkMode.Journey && (state.Mode != WalkMode.Compare || state.Compare is not { IsPair: true });

    public static void Draw(in PanelFrame frame, WalkSession session, in ScenePlan plan)
    {
        WalkState state = session.State;
        if (plan.Count > 0 && !session.Sheet.IsEmpty)
        {
            DrawTiles(frame, session, plan);
        }

        if (session.Mode is ISliderMode sliders)
        {
            SliderPanel.Draw(frame, state, sliders, plan.Sliders);
        }

        switch (state.Mode)
        {
            case WalkMode.Breed when state.Breed is { } breed:
                BreedPanel.DrawLocks(frame, breed, plan.Sliders);
                break;
            case WalkMode.Timeline:
                TimelinePanel.Draw(frame, state, plan.Sliders);
                break;
            case WalkMode.Compare when state.OtherName is { } other && session.Generator is { } main:
                bool swapped = state.Compare!.IsSwapped;
                ComparePanel.Draw(frame, plan, swapped ? other : main.Info.Name, swapped ? main.Info.Name : other, session.FaceSpan(plan));
                break;
        }
    }

    private static void DrawTiles(in PanelFrame frame, WalkSession session, in ScenePlan plan)
    {
        WalkState state = session.State;
        if (state.Grid is { } grid && !plan.Ring)
        {
            GridPanel.Draw(frame, grid, plan.Tiles);
        }
        else if (plan.Ring)
        {
            CompassPanel.Draw(frame, state, session.Preferences.Keys, plan);
        }
        else if (state.Mode == WalkMode.Breed && state.Breed is { } breed)
        {
            BreedPanel.Draw(frame, breed, plan.Tiles);
        }
        else if (state.Mode == WalkMode.Mix && state.Mix is { } mix)
        {
            MixPanel.Draw(frame, mix, plan.Tiles);
        }
        else if (state.Mode == WalkMode.Journey && state.Route is { } route)
        {
            JourneyPanel.Draw(frame, state, route, plan.Tiles);
        }
    }
}
