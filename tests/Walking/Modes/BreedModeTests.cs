using System.Numerics.Tensors;
using LatentWalk.Core.Latents;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class BreedModeTests
{
    [Fact]
    public void The_first_child_is_the_face_itself_and_the_others_are_like_it()
    {
        WalkState start = Walks.Begin();
        BreedState breed = start.Do(WalkAction.Press(Command.Breed)).Breed!;
        Assert.Equal(BreedState.Count, breed.Children.Count);
        Assert.Equal(start.Latent(), breed.Children[0].Z);
        double radius = Walks.Length(start.Latent());
        foreach (Waypoint child in breed.Children.Skip(1))
        {
            Assert.Equal(radius, Walks.Length(child.Z), 1e-3);
            Assert.InRange(Sphere.Angle(start.Latent(), child.Z), 0.05f, 1.2f);
        }

        Assert.Equal(BreedState.Count, breed.Children.Select(child => child.Z[3]).Distinct().Count());
    }

    [Fact]
    public void Every_unmutated_gene_comes_from_a_parent_or_lies_between_two()
    {
        Waypoint a = Waypoint.OfSeed(1, Walks.ZDim);
        Waypoint b = Waypoint.OfSeed(2, Walks.ZDim);
        Breeding breeding = new([a, b], Walks.Model.Directions, new Waypoint?[4], 0);
        HashSet<int> origins = [];
        for (uint draw = 0; draw < 60; draw++)
        {
            float[] child = breeding.Child(5, draw).Z;
            foreach (Direction direction in Walks.Model.Directions)
            {
                float inA = TensorPrimitives.Dot<float>(a.Z, direction.Vector);
                float inB = TensorPrimitives.Dot<float>(b.Z, direction.Vector);
                float own = TensorPrimitives.Dot<float>(child, direction.Vector);
                float slack = 0.35f * Math.Max(Math.Abs(inA), Math.Abs(inB)) + 0.01f;    // going back to the sphere scales all of them alike
                Assert.InRange(own, Math.Min(inA, inB) - slack, Math.Max(inA, inB) + slack);
                origins.Add(Math.Abs(own - inA) < slack / 4 ? 0 : Math.Abs(own - inB) < slack / 4 ? 1 : 2);
            }
        }

        Assert.Equal(3, origins.Count);
    }

    [Fact]
    public void A_locked_gene_keeps_its_value_in_every_child_of_every_generation()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Breed)).Do(WalkAction.PointAt(5));
        float kept = Gene(state.Breed!.Shown, 1);
        state = state.Do(WalkAction.Press(Command.NextAxes)).Do(WalkAction.Press(Command.AutoWalk));
        Assert.True(state.Breed!.IsLocked(1));
        for (int generation = 0; generation < 4; generation++)
        {
            state = state.Do(WalkAction.PickTile(6)).Do(WalkAction.PickTile(8)).Do(WalkAction.Press(Command.Random));
            Assert.All(state.Breed!.Children.Skip(4), child => Assert.Equal(kept, Gene(child, 1), 1e-3f));
            Assert.True(state.Breed.Children.Skip(4).Select(child => Gene(child, 0)).Distinct().Count() > 4);
        }
    }

    [Fact]
    public void Locking_what_no_direction_covers_keeps_all_of_it()
    {
        Waypoint a = Waypoint.OfSeed(1, Walks.ZDim);
        Waypoint?[] locks = [null, null, null, a];
        float[] child = new Breeding([a], Walks.Model.Directions, locks, 0.5f).Child(5, 3).Z;
        Assert.True(Sphere.Angle(Rest(a.Z), Rest(child)) < 1e-3f);
        Assert.True(Sphere.Angle(a.Z, child) > 0.01f);
    }

    [Fact]
    public void The_same_walk_breeds_the_same_children()
    {
        static WalkState Breed() => Walks.Begin().Do(WalkAction.Press(Command.Breed)).Do(WalkAction.PickTile(3)).Do(WalkAction.Press(Command.Random));
        Assert.Equal(Breed().Breed!.Children.Select(child => child.Z), Breed().Breed!.Children.Select(child => child.Z));
    }

    [Fact]
    public void Undo_goes_back_through_the_generations_and_redo_forth()
    {
        List<BreedState> generations = [];
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Breed));
        for (int i = 0; i < 4; i++)
        {
            state = state.Do(WalkAction.PickTile(7));
            generations.Add(state.Breed!);
            state = state.Do(WalkAction.Press(Command.Random));
        }

        IReadOnlyList<Waypoint> last = state.Breed!.Children;
        for (int i = 3; i >= 0; i--)
        {
            state = state.Do(WalkAction.Press(Command.Undo));
            Assert.Same(generations[i].Children, state.Breed!.Children);
            Assert.True(state.Breed.IsChosen(7));
        }

        for (int i = 0; i < 4; i++)
        {
            state = state.Do(WalkAction.Press(Command.Redo));
        }

        Assert.Same(last, state.Breed!.Children);
    }

    [Fact]
    public void One_stands_at_the_shown_child_afterwards_and_undo_leads_back_to_where_it_began()
    {
        WalkState start = Walks.Begin();
        WalkState state = start.Do(WalkAction.Press(Command.Breed)).Do(WalkAction.PointAt(9));
        float[] shown = state.Latent();
        Assert.Equal(state.Breed!.Children[9].Z, shown);
        state = state.Do(WalkAction.Press(Command.Cancel));
        Assert.Equal(WalkMode.Fly, state.Mode);
        Assert.Equal(shown, state.Latent());
        Assert.Equal(start.Latent(), state.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }

    private static float Gene(Waypoint child, int axis) => TensorPrimitives.Dot<float>(child.Z, Walks.Model.Directions[axis].Vector);

    private static float[] Rest(float[] z)
    {
        float[] rest = [.. z];
        foreach (Direction direction in Walks.Model.Directions)
        {
            TensorPrimitives.MultiplyAdd(direction.Vector, -TensorPrimitives.Dot<float>(rest, direction.Vector), rest, rest);
        }

        return rest;
    }
}
