namespace LatentWalk.Core.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("lw-core-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string Inside(string name) => System.IO.Path.Combine(Path, name);
}
