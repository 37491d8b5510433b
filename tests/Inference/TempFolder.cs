namespace LatentWalk.Inference.Tests;

/// <summary>A folder of its own for one test class.</summary>
public abstract class TempFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("latent-walk-").FullName;

    public string At(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
