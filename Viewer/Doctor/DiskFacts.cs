namespace LatentWalk.Viewer.Doctor;

/// <summary>Room on the disk of one folder.</summary>
/// <param name="Use">What the folder is for.</param>
internal sealed record DiskFacts(string Use, string Path, long FreeBytes);
