using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Filming;

/// <summary>The faces of a path into a film: no window and no GL. The same path gives the same pictures.</summary>
public static class FaceFilm
{
    /// <param name="progress">Called with the pictures that are done and how many of them were there before; by any thread, one at a time.</param>
    /// <exception cref="BadModelException">The path is of another size.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FilmCount Render(GeneratorPool generator, IFramePath path, IFilm film, FrameLook look, Action<int, int> progress, CancellationToken stop)
    {
        RequireFit(generator.Info, path);
        FaceGroups groups = new(path, generator.GroupSize, 2 * generator.Workers, stop);
        FilmCounter counter = new(progress);
        if (generator.Workers == 1)
        {
            new FaceWorker(generator, film, look, counter).Work(groups);
        }
        else
        {
            Task[] workers = new Task[generator.Workers];
            for (int i = 0; i < workers.Length; i++)
            {
                workers[i] = Task.Factory.StartNew(
                    () => new FaceWorker(generator, film, look, counter).Work(groups), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            Task.WaitAll(workers, CancellationToken.None);
        }

        groups.ThrowIfFailed();
        stop.ThrowIfCancellationRequested();
        film.Finish();
        return counter.Count;
    }

    public static void RequireFit(GeneratorInfo info, IFramePath path)
    {
        if (info.ZDim != path.ZDim)
        {
            throw new BadModelException($"the walk has latents of {path.ZDim} numbers, but {info.Name} takes {info.ZDim}; name the generator that it was recorded in.");
        }
    }

    internal static PictureLatent LatentOf(GeneratorInfo info, FrameLatent frame) => new()
    {
        Model = info.Sha256,
        Seed = frame.Seed,
        Z = frame.SeedSaysAll && frame.Seed is not null ? null : frame.Z,
        C = info.Classes > 0 && frame.C.Length == info.Classes ? frame.C : null,
        Truncation = frame.Truncation,
        Step = info.Step,
        Checkpoint = info.Checkpoint,
        Weights = info.Checkpoint is null ? null : info.Metadata?.Weights,
    };
}
