using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Finds out what paths are and which generator they lead to. One of anything is opened; a second generator is compared
/// with the first; several saved pictures go to the shelf, of the generator that made the first of them (or of the open one, if it made
/// any); a walk is played; a folder of pictures is the training set. What is left over is named in one sentence.
/// </summary>
/// <param name="folders">Where generators are looked for.</param>
/// <param name="model">The generator to use for pictures and walks, where the user named one.</param>
internal sealed class OpenResolver(ModelFolders folders, string? model = null)
{
    public const string WalkEnding = ".walk.json";

    /// <summary>Where generators are looked for.</summary>
    public ModelFolders Folders => folders;

    /// <summary>The generator that the user named for pictures and walks.</summary>
    public string? Model => model;

    private const int ShownDigits = 12;

    public static OpenKind KindOf(string path) => path switch
    {
        _ when path.EndsWith(WalkEnding, StringComparison.OrdinalIgnoreCase) => OpenKind.Walk,
        _ when Directory.Exists(path) => ModelFolders.GeneratorIn(path) is null && !RunFolder.IsRun(path) && HasPictures(path) ? OpenKind.Data : OpenKind.Generator,
        _ => Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".ONNX" or ".SAFETENSORS" => OpenKind.Generator,
            ".PNG" => OpenKind.Picture,
            _ => OpenKind.Unknown,
        },
    };

    /// <param name="path">What was named; null for nothing.</param>
    /// <param name="open">The generator that is open, whose pictures need no search.</param>
    public OpenTarget Resolve(string? path, GeneratorIdentity? open = null) => path is null
        ? new OpenTarget(model ?? folders.Newest() ?? throw NothingToOpen())
        : KindOf(RequireThere(path)) switch
        {
            OpenKind.Generator => new OpenTarget(GeneratorAt(path)),
            OpenKind.Picture => OfPicture(new SavedPicture(path, ReadLatent(path)), open),
            OpenKind.Walk => new OpenTarget(open is null ? model ?? folders.Newest() ?? throw NothingToOpen() : null) { Walk = path },
            OpenKind.Data => new OpenTarget(open is null ? model ?? folders.Newest() ?? throw NothingToOpen() : null) { Data = path },
            _ => throw new BadModelException(
                $"{path} is not something to walk in; expected a generator (.onnx), a checkpoint (.safetensors), a run folder, a picture saved by lw view (.png), a walk ({WalkEnding}) or a folder of pictures."),
        };

    /// <summary>Several at once, in the order in which they were dropped.</summary>
    /// <inheritdoc cref="Resolve(string?, GeneratorIdentity?)"/>
    public OpenTarget Resolve(IReadOnlyList<string> paths, GeneratorIdentity? open = null)
    {
        if (paths.Count <= 1)
        {
            return Resolve(paths.Count == 0 ? null : paths[0], open);
        }

        ILookup<OpenKind, string> kinds = paths.ToLookup(path => File.Exists(path) || Directory.Exists(path) ? KindOf(path) : OpenKind.Unknown);
        List<string> left = [.. kinds[OpenKind.Unknown], .. kinds[OpenKind.Generator].Skip(2), .. kinds[OpenKind.Walk].Skip(1), .. kinds[OpenKind.Data].Skip(1)];
        OpenTarget target = new(kinds[OpenKind.Generator].Select(GeneratorAt).FirstOrDefault())
        {
            Other = kinds[OpenKind.Generator].Skip(1).Select(GeneratorAt).FirstOrDefault(),
            Walk = kinds[OpenKind.Walk].FirstOrDefault(),
            Data = kinds[OpenKind.Data].FirstOrDefault(),
        };
        target = WithPictures(target, [.. kinds[OpenKind.Picture]], open, left);
        if (target is { Generator: null, Picture: null, Pictures.Count: 0, Walk: null, Data: null })
        {
            throw new BadModelException($"nothing to walk in among {Names(paths)}; expected generators, checkpoints, run folders, pictures saved by lw view, walks or a folder of pictures.");
        }

        if (target.Generator is null && open is null)
        {
            target = target with { Generator = model ?? folders.Newest() ?? throw NothingToOpen() };
        }

        return target with { Notice = left.Count == 0 ? null : $"left out {Names(left)}: {Why(left)}" };
    }

    private OpenTarget WithPictures(OpenTarget target, List<string> paths, GeneratorIdentity? open, List<string> left)
    {
        List<SavedPicture> saved = [];
        foreach (string path in paths)
        {
            try
            {
                saved.Add(new SavedPicture(path, ReadLatent(path)));
            }
            catch (LatentWalkException)
            {
                left.Add(path);
            }
        }

        if (saved.Count == 0)
        {
            return target;
        }

        // A generator dropped with its pictures is taken at its word: they fit or the session says that they do not.
        bool openMade = target.Generator is null && open is not null && saved.Exists(picture => open.Made(picture.Latent));
        SavedPicture first = openMade ? saved.Find(picture => open!.Made(picture.Latent))! : saved[0];
        string? generator = target.Generator ?? (openMade ? null : OfPicture(first, open).Generator);
        List<SavedPicture> same = [.. saved.Where(picture => picture.Latent.Model == first.Latent.Model
            || (openMade && open!.Made(picture.Latent))
            || (picture.Latent.Checkpoint is { } checkpoint && checkpoint == first.Latent.Checkpoint && picture.Latent.Weights == first.Latent.Weights))];
        left.AddRange(saved.Except(same).Select(picture => picture.Path));
        return target with { Generator = generator, Picture = first.Latent, Pictures = same };
    }

    private OpenTarget OfPicture(SavedPicture picture, GeneratorIdentity? open)
    {
        PictureLatent latent = picture.Latent;
        if (open?.Made(latent) == true)
        {
            return new OpenTarget(null, latent);
        }

        string generator = model ?? folders.WithSha256(latent.Model) ?? folders.OfCheckpoint(latent.Checkpoint, latent.Weights, open?.Run) ?? throw new BadModelException(
            $"{Path.GetFileName(picture.Path)} was made by another generator{Step(latent)}, SHA-256 {latent.Model[..ShownDigits]}…, which is neither under runs/ nor in models/; name its file with --model FILE.");
        return new OpenTarget(generator, latent);
    }

    private static PictureLatent ReadLatent(string path) => PngFile.ReadLatent(path)
        ?? throw new BadDataException($"{path} carries no latent; only a picture that lw view or lw render saved leads back to its face.");

    // A run is opened by its folder, so that it can be followed; another folder by the generator in it.
    private static string GeneratorAt(string path) => !Directory.Exists(path) ? path : ModelFolders.GeneratorIn(path)
        ?? throw new BadModelException(RunFolder.IsRun(path)
            ? $"the run {path} has no checkpoint yet; wait until its training saves the first one, or stop it with Ctrl-C, which saves one."
            : $"the folder {path} has no generator (.onnx) and no pictures in it and is not a run; name a generator, a run folder, a saved picture or a folder of pictures.");

    private static bool HasPictures(string folder)
    {
        try
        {
            return PictureFile.Find(folder).Count > 0;
        }
        catch (BadDataException)
        {
            return false;
        }
    }

    private static string RequireThere(string path) => File.Exists(path) || Directory.Exists(path) ? path : throw new UsageException(
        $"there is no file or folder {path}; name a generator (.onnx), a checkpoint (.safetensors), a run folder or a picture saved by lw view.");

    private static string Step(PictureLatent picture) => picture.Step is { } step ? $" (step {step})" : "";

    private static string Names(IReadOnlyList<string> paths)
    {
        const int shown = 3;
        string names = string.Join(", ", paths.Take(shown).Select(path => Path.GetFileName(Path.TrimEndingDirectorySeparator(path))));
        return paths.Count > shown ? $"{names} and {paths.Count - shown} more" : names;
    }

    private static string Why(List<string> left) => left.TrueForAll(path => KindOf(path) == OpenKind.Picture)
        ? "no pictures of this generator."
        : left.TrueForAll(path => KindOf(path) == OpenKind.Generator)
            ? "two generators are compared at a time."
            : "nothing to walk in, or more than can be opened at once.";

    private UsageException NothingToOpen() => new(folders.NewestRun() is { } run
        ? $"the run {run} has no checkpoint yet; wait until its training saves the first one."
        : "there is no generator under runs/ or in models/; name one (lw view FILE.onnx), or train one: ./lw demo does it in minutes.");
}
