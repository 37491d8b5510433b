using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="Waypoint"/>: a seed, a latent, or both where the latent is not the seed's own.</summary>
internal sealed record PlaceDocument
{
    public ulong? Seed { get; init; }

    public string? Z { get; init; }

    public static PlaceDocument Of(Waypoint place)
    {
        bool seedSays = place.Seed is { } seed && place.Z.AsSpan().SequenceEqual(Latent.FromSeed(seed, place.Z.Length));
        return new PlaceDocument { Seed = place.Seed, Z = seedSays ? null : Latent.ToBase64(place.Z) };
    }

    public Waypoint ToPlace(WalkChecks checks, int zdim, string where) => (Z, Seed) switch
    {
        ({ } z, _) => new Waypoint(checks.Floats(z, zdim, WalkChecks.LargestLatent, $"{where}.z"), Seed),
        (null, { } seed) => Waypoint.OfSeed(seed, zdim),
        _ => throw checks.Refuse($"{where} has neither 'seed' nor 'z'"),
    };
}
