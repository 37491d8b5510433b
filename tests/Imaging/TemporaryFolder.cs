namespace LatentWalk.Imaging.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("lw-imaging-").FullName;

    public string Path(string name) => System.IO.Path.Combine(this.Root, name);

    public string Put(string name, ReadOnlySpan<byte> bytes)
    {
        string path = this.Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(this.Root, recursive: true);
}
