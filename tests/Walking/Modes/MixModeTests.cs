using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class MixModeTests
{
    [Fact]
    public void All_of_one_face_is_that_face_bit_for_bit()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Mix));
        Assert.Equal(Walks.Begin().Latent(), state.Latent());
        Assert.Equal(3, state.Mix!.Corners.Count);
        for (int corner = 2; corner >= 0; corner--)
        {
            state = state.Do(WalkAction.PickTile(corner));
            Assert.Equal(state.Mix!.Corners[corner].Place.Z, state.Latent());
        }
    }

    [Fact]
    public void Two_faces_mix_along_the_great_circle_between_them()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Mix)).Do(WalkAction.Slide(1, 0.3f)).Do(WalkAction.Slide(2, 0));
        Assert.Equal(1, state.Mix!.Weights.Sum(), 1e-5f);
        float share = state.Mix.Weights[1];
        float[] expected = new float[Walks.ZDim];
        Sphere.Slerp(state.Mix.Corners[0].Place.Z, state.Mix.Corners[1].Place.Z, share, expected);
        Assert.True(Sphere.Angle(expected, state.Latent()) < 1e-3f);
    }

    [Fact]
    public void The_order_of_the_faces_does_not_matter()
    {
        float[][] points = [.. Enumerable.Range(0, 3).Select(seed => Latent.FromSeed((ulong)seed, Walks.ZDim))];
        float[] one = new float[Walks.ZDim];
        float[] other = new float[Walks.ZDim];
        SphereBlend.Write(points, [0.5f, 0.3f, 0.2f], one);
        SphereBlend.Write([points[2], points[0], points[1]], [0.2f, 0.5f, 0.3f], other);
        Assert.True(Sphere.Angle(one, other) < 1e-4f);
        float mean = 0.5f * Sphere.Length(points[0]) + 0.3f * Sphere.Length(points[1]) + 0.2f * Sphere.Length(points[2]);
        Assert.Equal(mean, Sphere.Length(one), 1e-3f);
    }

    [Fact]
    public void Keys_and_sticks_move_the_chosen_slider_and_the_others_make_room()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Mix)).Fly(new FlightInput(new Vector3(0, 1, 0)), 1);
        Assert.Equal(0.5f, state.Mix!.Weights[1], 0.02f);
        Assert.Equal(0.5f, state.Mix.Weights[0], 0.02f);
        state = state.Do(WalkAction.Press(Command.Backward)).Do(WalkAction.Press(Command.Backward)).Fly(new FlightInput(new Vector3(0, -1, 0)), 0.4);
        Assert.Equal(0.7f, state.TruncationGoal, 0.02f);
    }

    [Fact]
    public void Classes_blend_to_a_sum_of_one()
    {
        WalkState state = WalkState.Begin(Walks.Model with { Classes = 4 }, 1).Do(WalkAction.Press(Command.Mix));
        Assert.Equal(8, ((ISliderMode)Walks.Reducer.Modes.Of(WalkMode.Mix)).SliderCount(state));
        state = state.Do(WalkAction.Slide(6, 0.25f));
        Assert.Equal([0.75f, 0, 0.25f, 0], state.Classes);
        state = state.Do(WalkAction.Slide(7, 0.5f));
        Assert.Equal(1, state.Classes.Sum(), 1e-5f);
        Assert.Equal(0.5f, state.Classes[3]);
    }

    [Fact]
    public void Kept_faces_come_before_places_of_the_history()
    {
        Waypoint kept = Waypoint.OfSeed(77, Walks.ZDim);
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Random)).Fly(Walks.Nothing, 4)
            .Do(WalkAction.SetFavourites([new Favourite(kept, 1, [], "seed 77", null)])).Do(WalkAction.Press(Command.Mix));
        Assert.Same(kept, state.Mix!.Corners[1].Place);
        Assert.Equal(Latent.FromSeed(7, Walks.ZDim), state.Mix.Corners[2].Place.Z);
    }

    [Fact]
    public void One_stands_at_the_mixture_afterwards_and_undo_leads_back()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Mix)).Do(WalkAction.Slide(1, 0.4f));
        float[] mixed = state.Latent();
        state = state.Do(WalkAction.Press(Command.Fly));
        Assert.Equal(mixed, state.Latent());
        Assert.Equal(Walks.Begin().Latent(), state.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }
}
