using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Filming;

/// <summary>The faces of a walk, each enlarged by a whole number, into a film: no window and no GL. The same walk gives the same frames.</summary>
public static class FaceFilm
{
    // Always the same groups: a picture may depend on its batch in the last bit.
    private const int LargestGroup = 32;

    /// <param name="session">The caller's, and used by nobody else meanwhile.</param>
    /// <param name="progress">Called with the number of frames that are done.</param>
    /// <exception cref="BadModelException">The walk is of another size.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Render(GeneratorSession session, IFramePath path, IFilm film, int scale, Action<int> progress, CancellationToken stop)
    {
        RequireFit(session.Info, path);
        int group = Math.Min(LargestGroup, session.BatchSize);
        for (int first = 0; first < path.FrameCount; first += group)
        {
            stop.ThrowIfCancellationRequested();
            FrameLatent[] frames = new FrameLatent[Math.Min(group, path.FrameCount - first)];
            PictureLatent[] latents = new PictureLatent[frames.Length];
            for (int i = 0; i < frames.Length; i++)
            {
                frames[i] = path.At(first + i);
                latents[i] = LatentOf(session.Info, frames[i]);
            }

            if (!AreThere(film, first, latents))
            {
                byte[][] pictures = Generate(session, frames, scale);
                AddAll(film, first, pictures, latents);
            }

            progress(first + frames.Length);
        }

        film.Finish();
    }

    public static void RequireFit(GeneratorInfo info, IFramePath path)
    {
        if (info.ZDim != path.ZDim)
        {
            throw new BadModelException($"the walk has latents of {path.ZDim} numbers, but {info.Name} takes {info.ZDim}; name the generator that it was recorded in.");
        }
    }

    private static bool AreThere(IFilm film, int first, PictureLatent[] latents)
    {
        for (int i = 0; i < latents.Length; i++)
        {
            if (!film.Has(first + i, latents[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[][] Generate(GeneratorSession session, FrameLatent[] frames, int scale)
    {
        GeneratorInfo info = session.Info;
        float[] z = new float[frames.Length * info.ZDim];
        bool conditioned = info.Classes > 0 && frames[0].C.Length == info.Classes;
        float[] c = conditioned ? new float[frames.Length * info.Classes] : [];
        for (int i = 0; i < frames.Length; i++)
        {
            Latent.Truncate(frames[i].Z, frames[i].Truncation, z.AsSpan(i * info.ZDim, info.ZDim));
            if (conditioned)
            {
                frames[i].C.CopyTo(c, i * info.Classes);
            }
        }

        int bytes = info.Width * info.Height * 4;
        byte[] rgba = new byte[frames.Length * bytes];
        session.Run(z, c, frames.Length, rgba);
        byte[][] pictures = new byte[frames.Length][];
        Parallel.For(0, frames.Length, i => pictures[i] = PixelScale.Nearest(rgba.AsSpan(i * bytes, bytes), info.Width, info.Height, scale));
        return pictures;
    }

    // Frames that are files of their own may be written at once; a stream takes them in order.
    private static void AddAll(IFilm film, int first, byte[][] pictures, PictureLatent[] latents)
    {
        if (film is not FrameFolder)
        {
            for (int i = 0; i < pictures.Length; i++)
            {
                film.Add(first + i, pictures[i], latents[i]);
            }

            return;
        }

        try
        {
            Parallel.For(0, pictures.Length, i => film.Add(first + i, pictures[i], latents[i]));
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static PictureLatent LatentOf(GeneratorInfo info, FrameLatent frame) => new()
    {
        Model = info.Sha256,
        Seed = frame.Seed,
        Z = frame.Z,
        C = info.Classes > 0 && frame.C.Length == info.Classes ? frame.C : null,
        Truncation = frame.Truncation,
        Step = info.Step,
        Checkpoint = info.Checkpoint,
        Weights = info.Checkpoint is null ? null : info.Metadata?.Weights,
    };
}
