using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Modes;

/// <summary>Sliders: how much of two or three faces, the truncation, and how much of each class. One stands at the mixture on leaving.</summary>
public sealed class MixMode(FlightSettings settings) : IWalkMode, ISliderMode
{
    /// <summary>Of a slider's way, per second of a held key.</summary>
    private const float SlideSpeed = 0.5f;

    private const float WheelStep = 0.05f;
    private const int MostRows = 9;
    private const int MostCandidates = 24;

    private static readonly string[] CornerNames = ["face A", "face B", "face C"];

    public WalkMode Mode => WalkMode.Mix;

    public string Name => "Mix";

    public string Line(in WalkState state) => state.Mix!.Row < state.Mix.Corners.Count
        ? "UP DOWN choose   LEFT RIGHT mix   , . other face   SPACE new one   ESC take it"
        : "UP DOWN choose   LEFT RIGHT change   CLICK a face: all of it   ESC take it";

    public WalkState Enter(in WalkState state)
    {
        WalkState standing = Moves.RememberHere(state);
        List<Favourite> corners = [Favourite.Of(standing)];
        WalkState drawn = standing;
        int candidate = 0;
        while (corners.Count < MixState.MostCorners)
        {
            (Favourite face, drawn) = candidate < Candidates(standing).Count ? (Candidates(standing)[candidate], drawn) : DrawFace(drawn);
            candidate++;
            corners.Add(face);
        }

        return Blend(drawn with { Mix = new MixState(corners, [1, 0, 0], 1, candidate) });
    }

    public WalkState Leave(in WalkState state) => (state.Preview is null ? state : Moves.Settle(state)) with { Mix = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        MixState mix = state.Mix!;
        (result, bool known) = command switch
        {
            Command.Forward => (Choose(state, mix.Row - 1), true),
            Command.Backward => (Choose(state, mix.Row + 1), true),
            Command.Left or Command.Right => (state, true),    // held: they arrive in Advance
            Command.NextClass or Command.NextAxes => (Exchange(state, 1), true),
            Command.PreviousClass or Command.PreviousAxes => (Exchange(state, -1), true),
            Command.Random => (PutRandom(state), true),
            Command.TruncationUp => (AddCorner(state), true),
            Command.TruncationDown => (RemoveCorner(state), true),
            Command.Pick => (mix.Row < mix.Corners.Count ? Slide(state, mix.Row - First(state), 1) : state, true),
            Command.Undo => (state with { Mode = WalkMode.Fly, Mix = null, Preview = null }, true),
            Command.AutoWalk or Command.Mix => (state, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = SetRow(state, state.Mix!.Row, Share(state, state.Mix.Row) + notches * WheelStep);
        return true;
    }

    public WalkState Advance(in WalkState state)
    {
        WalkState next = state.Steering ? state with { Steering = false } : state;
        float by = state.Input.Thrust.Y * SlideSpeed * Flight.SpeedFactor(state.Input, settings) * (float)settings.StepSeconds;
        return by == 0 ? next : SetRow(next, next.Mix!.Row, Share(next, next.Mix.Row) + by);
    }

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => tile >= 0 && tile < state.Mix!.Corners.Count ? SetRow(Choose(state, tile), tile, 1) : state;

    public void Order(in WalkState state, PictureOrder order)
    {
        order.Sliders = SliderCount(state);
        order.SetTiles(state, state.Mix!.Places, 1, Arrangement.Side);
    }

    public int SliderCount(in WalkState state) => Math.Min(MostRows, Rows(state));

    public int ChosenSlider(in WalkState state) => state.Mix!.Row - First(state);

    public string SliderName(in WalkState state, int slider)
    {
        int row = First(state) + slider;
        int corners = state.Mix!.Corners.Count;
        return row < corners ? CornerNames[row] : row == corners ? "variety" : "class";
    }

    public float SliderShare(in WalkState state, int slider) => Share(state, First(state) + slider);

    public int WriteSlider(in WalkState state, int slider, Span<char> text)
    {
        int row = First(state) + slider;
        int corners = state.Mix!.Corners.Count;
        bool fits = row < corners ? text.TryWrite($"{state.Mix.Weights[row] * 100:F0} %", out int length)
            : row == corners ? text.TryWrite($"{state.TruncationGoal:F2}", out length)
            : text.TryWrite($"{state.Model.ClassName(row - corners - 1)}: {state.Classes[row - corners - 1] * 100:F0} %", out length);
        return fits ? length : 0;
    }

    public WalkState Slide(in WalkState state, int slider, float share)
    {
        int row = Math.Clamp(First(state) + slider, 0, Rows(state) - 1);
        return SetRow(First(Choose(state, row)) == First(state) ? Choose(state, row) : state, row, share);
    }

    private static int Rows(in WalkState state) => state.Mix!.Corners.Count + 1 + (state.Classes.Length > 1 ? state.Classes.Length : 0);

    // More classes than rows: those around the chosen one.
    private static int First(in WalkState state) => Math.Clamp(state.Mix!.Row - MostRows / 2, 0, Math.Max(0, Rows(state) - MostRows));

    private static WalkState Choose(in WalkState state, int row)
    {
        int rows = Rows(state);
        return state with { Mix = state.Mix! with { Row = (row + rows) % rows } };
    }

    private float Share(in WalkState state, int row)
    {
        int corners = state.Mix!.Corners.Count;
        return row < corners ? state.Mix.Weights[row]
            : row == corners ? state.TruncationGoal / settings.LargestTruncation
            : state.Classes[row - corners - 1];
    }

    private WalkState SetRow(in WalkState state, int row, float share)
    {
        float value = Math.Clamp(share, 0, 1);
        if (value == Share(state, row))
        {
            return state;
        }

        MixState mix = state.Mix!;
        int corners = mix.Corners.Count;
        return row < corners ? Blend(state with { Mix = mix with { Weights = MixState.With(mix.Weights, row, value) } })
            : row == corners ? state with { TruncationGoal = value * settings.LargestTruncation }
            : state with { Classes = MixState.With(state.Classes, row - corners - 1, value), AnyClass = false };
    }

    private static WalkState Blend(in WalkState state)
    {
        MixState mix = state.Mix!;
        int whole = Array.IndexOf(mix.Weights, 1f);
        if (whole >= 0)
        {
            return state with { Preview = mix.Places[whole] };
        }

        float[] z = new float[state.Model.ZDim];
        SphereBlend.Write([.. mix.Places.Select(place => place.Z)], mix.Weights, z);
        return state with { Preview = new Waypoint(z) };
    }

    // The next of the kept faces, or of those where moves began, for the chosen corner.
    private static WalkState Exchange(in WalkState state, int by)
    {
        MixState mix = state.Mix!;
        List<Favourite> candidates = Candidates(state);
        if (mix.Row >= mix.Corners.Count || candidates.Count == 0)
        {
            return state;
        }

        int candidate = (mix.Candidate + by + candidates.Count) % candidates.Count;
        return Put(state, mix.Row, candidates[candidate], candidate);
    }

    private static WalkState PutRandom(in WalkState state)
    {
        (Favourite face, WalkState drawn) = DrawFace(state);
        return Put(drawn, Math.Min(drawn.Mix!.Row, drawn.Mix.Corners.Count - 1), face, drawn.Mix.Candidate);
    }

    private static WalkState Put(in WalkState state, int corner, Favourite face, int candidate)
    {
        MixState mix = state.Mix!;
        Favourite[] corners = [.. mix.Corners];
        corners[corner] = face;
        return Blend(state with { Mix = mix.WithCorners(corners, mix.Weights, candidate) });
    }

    private static WalkState AddCorner(in WalkState state)
    {
        MixState mix = state.Mix!;
        if (mix.Corners.Count == MixState.MostCorners)
        {
            return state;
        }

        (Favourite face, WalkState drawn) = DrawFace(state);
        return Blend(drawn with { Mix = mix.WithCorners([.. mix.Corners, face], [.. mix.Weights, 0], mix.Candidate) });
    }

    private static WalkState RemoveCorner(in WalkState state)
    {
        MixState mix = state.Mix!;
        if (mix.Corners.Count == MixState.LeastCorners)
        {
            return state;
        }

        int gone = mix.Row < mix.Corners.Count ? mix.Row : mix.Corners.Count - 1;
        float[] weights = MixState.With(mix.Weights, gone, 0);
        return Blend(state with
        {
            Mix = mix.WithCorners(
                [.. mix.Corners.Where((_, corner) => corner != gone)], [.. weights.Where((_, corner) => corner != gone)], mix.Candidate),
        });
    }

    private static (Favourite Face, WalkState State) DrawFace(in WalkState state)
    {
        Waypoint place = state.DrawPlace(state.Draws);
        return (new Favourite(place, state.TruncationGoal, state.Classes, $"seed {place.Seed}", null), state with { Draws = state.Draws + 1 });
    }

    // The faces that were kept, then the places where moves began, newest first.
    private static List<Favourite> Candidates(in WalkState state)
    {
        int zdim = state.Model.ZDim;
        float[] here = state.Chart.Origin.Z;
        List<Favourite> faces = [.. state.Favourites.Where(face => face.Place.Z.Length == zdim && !face.Place.Z.AsSpan().SequenceEqual(here))];
        for (History? entry = state.History; entry is not null && faces.Count < MostCandidates; entry = entry.Earlier)
        {
            Waypoint place = entry.Place;
            if (!place.Z.AsSpan().SequenceEqual(here) && faces.TrueForAll(face => !face.Place.Z.AsSpan().SequenceEqual(place.Z)))
            {
                faces.Add(new Favourite(place, entry.Truncation, entry.Classes, place.Seed is { } seed ? $"seed {seed}" : "a place before", null));
            }
        }

        return faces;
    }
}
