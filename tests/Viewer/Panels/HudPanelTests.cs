using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking.Tests;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class HudPanelTests
{
    private static readonly HudFacts Facts = new("faces", 3000, "CPU", 0.00183, 59.94);

    [Fact]
    public void A_seed_is_named_with_its_generator_truncation_and_speed() =>
        Assert.Equal(["faces  step 3000", "seed 7", "truncation 1.00", "1.8 ms  60 fps  CPU"], Lines(Walks.Begin(), Facts));

    [Fact]
    public void Away_from_the_seed_the_angle_flown_is_shown()
    {
        // One second at 0.5 rad/s, less the getting up to speed, more the coasting.
        string[] lines = Lines(Walks.Begin().Fly(Walks.Ahead, 1).Fly(Walks.Nothing, 3), Facts);
        Assert.Equal("seed 7  +32°", lines[1]);
    }

    [Fact]
    public void The_auto_walk_says_how_to_stop_it() =>
        Assert.Contains("TAB stops", Lines(Walks.Begin().Do(WalkAction.Press(Command.AutoWalk)), Facts)[^1], StringComparison.Ordinal);

    [Fact]
    public void A_long_name_is_cut_and_a_missing_step_left_out() =>
        Assert.Equal(new string('x', 28) + "…", Lines(Walks.Begin(), Facts with { Name = new string('x', 90), Step = null })[0]);

    [Fact]
    public void The_class_is_named_and_its_share_where_it_is_a_mixture()
    {
        var model = new WalkModel(8, [], Classes: 3) { ClassNames = ["pink hair", "blue hair", "green hair"] };
        var state = WalkState.Begin(model, 1);

        Assert.Equal("class pink hair", Lines(state, Facts)[3]);
        Assert.Equal("class blue hair only", Lines(state.Do(WalkAction.Press(Command.NextClass)), Facts)[3]);
        Assert.Equal("class green hair 60 %", Lines(state with { Classes = [0.4f, 0, 0.6f] }, Facts)[3]);
        Assert.Equal("class 1", Lines(WalkState.Begin(model with { ClassNames = [] }, 1), Facts)[3]);
    }

    private static string[] Lines(WalkState state, HudFacts facts)
    {
        char[] text = new char[6 * 48];
        int[] lengths = new int[6];
        int count = HudPanel.Write(state, facts, text, lengths);
        return [.. Enumerable.Range(0, count).Select(line => new string(text, line * 48, lengths[line]))];
    }
}
