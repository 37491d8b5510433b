namespace LatentWalk.Quality.Tests;

/// <summary>Runs where NumPy and SciPy are; skips visibly elsewhere.</summary>
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute()
    {
        Skip = Peer.IsThere ? null : "Needs /usr/bin/python3 with NumPy and SciPy (Debian: apt-get install python3-scipy).";
    }
}
