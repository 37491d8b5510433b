using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Filming;

/// <summary>One thread's share of a film: generates a group, then brings its pictures to the film. Its buffers serve every group.</summary>
internal sealed class FaceWorker(GeneratorPool generator, IFilm film, FrameLook look, FilmCounter counter)
{
    private readonly GeneratorInfo info = generator.Info;
    private readonly float[] z = new float[generator.GroupSize * generator.Info.ZDim];
    private readonly float[] c = new float[generator.GroupSize * generator.Info.Classes];
    private readonly byte[] rgba = new byte[generator.GroupSize * generator.Info.Width * generator.Info.Height * 4];
    private readonly byte[] frame = new byte[look.Size.Bytes];

    public void Work(FaceGroups groups)
    {
        try
        {
            while (groups.Take() is var (first, frames))
            {
                Render(first, frames);
                groups.Done(first);
            }
        }
        catch (Exception error)
        {
            // A worker's edge: it is thrown again on the thread that asked for the film.
            groups.Fail(error);
        }
    }

    private void Render(int first, FrameLatent[] frames)
    {
        PictureLatent[] latents = new PictureLatent[frames.Length];
        bool[] there = new bool[frames.Length];
        int found = 0;
        for (int i = 0; i < frames.Length; i++)
        {
            latents[i] = FaceFilm.LatentOf(info, frames[i]);
            there[i] = film.Has(first + i, latents[i]);
            found += there[i] ? 1 : 0;
        }

        if (found == frames.Length)
        {
            counter.Add(0, found);
            return;
        }

        Generate(frames);
        int bytes = info.Width * info.Height * 4;
        for (int i = 0; i < frames.Length; i++)
        {
            if (!there[i])
            {
                look.Apply(rgba.AsSpan(i * bytes, bytes), info.Width, info.Height, frame);
                film.Add(first + i, frame, latents[i]);
            }
        }

        counter.Add(frames.Length - found, found);
    }

    private void Generate(FrameLatent[] frames)
    {
        bool conditioned = info.Classes > 0 && frames[0].C.Length == info.Classes;
        for (int i = 0; i < frames.Length; i++)
        {
            Latent.Truncate(frames[i].Z, frames[i].Truncation, z.AsSpan(i * info.ZDim, info.ZDim));
            if (conditioned)
            {
                frames[i].C.CopyTo(c, i * info.Classes);
            }
        }

        generator.Run(
            z.AsSpan(0, frames.Length * info.ZDim), conditioned ? c.AsSpan(0, frames.Length * info.Classes) : [], frames.Length,
            rgba.AsSpan(0, frames.Length * info.Width * info.Height * 4));
    }
}
