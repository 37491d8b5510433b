namespace LatentWalk.Walking;

/// <summary>Everything that must be on screen now, as latents. One is kept and written anew every frame.</summary>
public sealed class PictureOrder
{
    private float[] scratch = [];

    /// <summary>One latent.</summary>
    public OrderPart Face { get; } = new();

    /// <summary>The second picture of a comparison: one latent.</summary>
    public OrderPart Other { get; } = new();

    public OrderPart Tiles { get; } = new();

    /// <summary>Of the tiles.</summary>
    public int Columns { get; set; } = 1;

    public Arrangement Arrangement { get; set; }

    /// <summary>Of <see cref="Arrangement.Wiper"/>: where the face ends, in [0, 1] of the picture's width.</summary>
    public float Split { get; set; }

    /// <summary>Rows with a knob below the pictures.</summary>
    public int Sliders { get; set; }

    /// <summary>Memory to work out latents in, kept from frame to frame.</summary>
    internal Span<float> Scratch(int length)
    {
        if (scratch.Length < length)
        {
            scratch = new float[length];
        }

        return scratch.AsSpan(0, length);
    }

    /// <summary>The face of the walk and nothing else.</summary>
    public void Begin(in WalkState state)
    {
        Face.Clear();
        Other.Clear();
        Tiles.Clear();
        Columns = 1;
        Sliders = 0;
        Arrangement = Arrangement.Face;
        Face.SetSize(1, state.Model.ZDim);
        state.WriteLatent(Face.Latent(0));
        Face.Seed = state.ExactSeed;
        Face.Truncation = state.Truncation;
        Face.Classes = state.Classes;
    }

    /// <summary>Tiles of these waypoints, of the same generator, truncation and class as the face.</summary>
    public void SetTiles(in WalkState state, IReadOnlyList<Waypoint> places, int columns, Arrangement arrangement)
    {
        Tiles.SetSize(places.Count, state.Model.ZDim);
        for (int tile = 0; tile < places.Count; tile++)
        {
            places[tile].Z.CopyTo(Tiles.Latent(tile));
        }

        Tiles.Group = places;
        Tiles.Truncation = state.Truncation;
        Tiles.Classes = state.Classes;
        Columns = columns;
        Arrangement = arrangement;
    }
}
