using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>Finds out what a path is (generator, run, saved picture, none) and which generator it leads to.</summary>
/// <param name="folders">Where generators are looked for.</param>
/// <param name="model">The generator to use for pictures, where the user named one.</param>
internal sealed class OpenResolver(ModelFolders folders, string? model = null)
{
    private const int ShownDigits = 12;

    /// <param name="path">What was named; null for nothing.</param>
    /// <param name="openSha256">SHA-256 of the generator that is open, whose pictures need no search.</param>
    public OpenTarget Resolve(string? path, string? openSha256 = null)
    {
        if (path is null)
        {
            return new OpenTarget(model ?? folders.Newest() ?? throw NothingToOpen());
        }

        if (Directory.Exists(path))
        {
            return new OpenTarget(ModelFolders.NewestIn(path) ?? throw NotExported(path));
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"there is no file or folder {path}; name a generator (.onnx), a run folder or a picture saved by lw view.");
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".ONNX" => new OpenTarget(path),
            ".PNG" => OfPicture(path, openSha256),
            ".SAFETENSORS" => new OpenTarget(ExportedFrom(path) ?? throw new BadModelException(
                $"{path} is a checkpoint, and the viewer walks in generators; make one with: ./lw export {path} -o generator.onnx")),
            _ => throw new BadModelException(
                $"{path} is not something to walk in; expected a generator (.onnx), a run folder or a picture saved by lw view (.png)."),
        };
    }

    private OpenTarget OfPicture(string path, string? openSha256)
    {
        PictureLatent picture = PngFile.ReadLatent(path)
            ?? throw new BadDataException($"{path} carries no latent; only a picture that lw view or lw render saved leads back to its face.");
        if (string.Equals(picture.Model, openSha256, StringComparison.OrdinalIgnoreCase))
        {
            return new OpenTarget(null, picture);
        }

        if (model is not null)
        {
            return new OpenTarget(model, picture);
        }

        string generator = folders.WithSha256(picture.Model) ?? throw new BadModelException(
            $"{Path.GetFileName(path)} was made by another generator{Step(picture)}, SHA-256 {picture.Model[..ShownDigits]}…, which is neither under runs/ nor in models/; name its file with --model FILE.");
        return new OpenTarget(generator, picture);
    }

    private static string Step(PictureLatent picture) => picture.Step is { } step ? $" (step {step})" : "";

    private UsageException NothingToOpen() => new(folders.NewestRun() is { } run
        ? $"the run {run} has no generator yet; make one with: ./lw export {run} -o {Path.Combine(run, "generator.onnx")}"
        : "there is no generator under runs/ or in models/; name one (lw view FILE.onnx), or train one: ./lw demo does it in minutes.");

    private static BadModelException NotExported(string folder) => new(RunFolder.IsRun(folder)
        ? $"the run {folder} has no generator (.onnx) yet; make one with: ./lw export {folder} -o {Path.Combine(folder, "generator.onnx")}"
        : $"the folder {folder} has no generator (.onnx) in it and is not a run; name a generator, a run folder or a saved picture.");

    // runs/NAME/checkpoints/step-000200.safetensors: what was exported from that run stands for it.
    private static string? ExportedFrom(string checkpoint)
    {
        string? run = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(checkpoint)));
        return run is not null && RunFolder.IsRun(run) ? ModelFolders.NewestIn(run) : null;
    }
}
