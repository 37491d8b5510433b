namespace LatentWalk.EndToEnd.Tests;

/// <summary>The whole product once, in small: painted faces, a run of a few steps, its generator file.</summary>
public sealed class TrainedRun : IDisposable
{
    public TrainedRun()
    {
        Folder = Directory.CreateTempSubdirectory("latentwalk-e2e-").FullName;
        ProgramRun.Of("Trainer", "paint", Faces, "--count", "48", "--size", "64", "--seed", "7").Succeeded();
        ProgramRun.Of("Trainer", "train", "--data", Faces, "--preset", "modern-64", "--run", Run, "--steps", "6",
            "--batch", "8", "--generator.width", "8", "--discriminator.width", "8", "--checkpoint-every", "3").Succeeded();
        ProgramRun.Of("Exporter", "export", Run, "-o", Generator).Succeeded();
    }

    public string Folder { get; }

    public string Faces => Path.Combine(Folder, "faces");

    public string Run => Path.Combine(Folder, "run");

    public string Generator => Path.Combine(Folder, "faces.onnx");

    public string Inside(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
