using System.Numerics;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.App;

/// <summary>Small pictures of the places in the history: each is taken from the screen when a move leaves it. Owns its texture.</summary>
/// <param name="gl">Current on the calling thread, as in every call.</param>
internal sealed class PlacePictures(GL gl) : IDisposable
{
    private readonly ThumbnailAtlas atlas = new(gl, rows: 8);
    private readonly Dictionary<Waypoint, (int Tile, Vector2 Place)> known = [];
    private readonly Queue<Waypoint> order = new();
    private History? seen;
    private WalkModel? model;

    public PictureTexture Texture => atlas.Texture;

    public int? Find(Waypoint place) => known.TryGetValue(place, out (int Tile, Vector2 Place) found) ? found.Tile : null;

    /// <summary>Where an entry lies on the map, in pixels; remembered, because it takes two products of the length of a latent.</summary>
    public Vector2 Project(History entry, in MapLayout map) => map.ToPixel(
        known.TryGetValue(entry.Place, out (int Tile, Vector2 Place) found) ? found.Place : model!.Project(entry.Place.Z));

    /// <summary>Looks whether a move began since the last frame: the picture that is still on screen is that of its place.</summary>
    public void Follow(in WalkState state, ShownPicture face)
    {
        if (!ReferenceEquals(model, state.Model))
        {
            model = state.Model;
            foreach (Waypoint place in order)
            {
                known[place] = (known[place].Tile, place.Z.Length == model.ZDim ? model.Project(place.Z) : Vector2.Zero);
            }
        }

        if (ReferenceEquals(seen, state.History))
        {
            return;
        }

        seen = state.History;
        if (seen is null || face.IsEmpty || known.ContainsKey(seen.Place))
        {
            return;
        }

        int tile = order.Count;
        if (order.Count == atlas.Count)
        {
            Waypoint oldest = order.Dequeue();
            tile = known[oldest].Tile;
            known.Remove(oldest);
        }

        atlas.Put(tile, face.Rgba, face.Width, face.Height);
        known.Add(seen.Place, (tile, model!.Project(seen.Place.Z)));
        order.Enqueue(seen.Place);
    }

    public void Dispose() => atlas.Dispose();
}
