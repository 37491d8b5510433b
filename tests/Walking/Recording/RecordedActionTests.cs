using LatentWalk.Walking.Recording;

namespace LatentWalk.Walking.Tests.Recording;

public sealed class RecordedActionTests
{
    [Fact]
    public void Every_kind_of_action_is_kept_in_recordings_or_known_not_to_be()
    {
        WalkActionKind[] left = [WalkActionKind.Step, WalkActionKind.Enter, WalkActionKind.Say];
        Assert.Equal(
            Enum.GetValues<WalkActionKind>().Order(),
            left.Concat(RecordedAction.All.Select(item => item.Kind)).Order());
        Assert.Distinct(RecordedAction.All.Select(item => item.Name));
    }

    [Fact]
    public void Every_part_of_the_state_is_kept_in_a_snapshot_or_known_to_begin_anew()
    {
        string[] kept = [.. typeof(WalkSnapshot).GetProperties().Select(property => property.Name), "Chart", "Pose", "Headings", "Route"];
        string[] anew =
        [
            // What hands hold, other modes' own affairs, and the screen.
            "Remainder", "Input", "Steering", "Dragging", "Dragged", "Rewinding", "TapeSeconds", "Tape", "Mode", "Grid", "Screen", "Line",
            "IdleSeconds", "Playback", "PlaySteps", "PlayFrom", "PlaySpeed", "Preview", "Compass", "Breed", "Mix", "Compare", "Split", "StopPosition", "HeldSeconds", "InspectPage", "Attract", "MapCursor",
            "Hud", "Overlay", "FullScreen", "Quitting", "Toast", "ToastSeconds", "Problem",
        ];
        string[] all = [.. typeof(WalkState).GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name)];
        Assert.Empty(all.Except(kept).Except(anew));
    }
}
