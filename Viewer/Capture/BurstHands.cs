using System.Globalization;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Randomness;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Filming;

namespace LatentWalk.Viewer.Capture;

/// <summary>Saves the face on screen and fifteen close to it, each a small step in another direction, as PNGs that lead back to them.</summary>
internal sealed class BurstHands(WalkSession session, string folder, TimeProvider clock)
{
    public const int Count = 16;

    /// <summary>Radians to each neighbour: clearly another picture, clearly the same face.</summary>
    private const float Step = 0.3f;

    private bool busy;

    public void Shoot()
    {
        if (busy || session.Generator is not { } generator || !ReferenceEquals(session.Face.Source, generator))
        {
            return;
        }

        busy = true;
        float[] z = [.. session.Face.Z];
        float[] c = [.. session.Face.C];
        float truncation = session.Face.Truncation;
        ulong? seed = session.Face.Seed;
        ulong walkSeed = session.State.WalkSeed;
        string target = Path.Combine(folder, PictureSaver.Name(generator.Info, seed, clock.GetLocalNow()) + "-burst");
        session.Background.Start(
            () =>
            {
                Save(generator, z, c, truncation, seed, walkSeed, target);
                return () =>
                {
                    busy = false;
                    session.Say($"{Count} faces around this one\nin {target}");
                };
            },
            error =>
            {
                busy = false;
                session.Do(Walking.WalkAction.Fail(Background.Describe(error)));
            });
    }

    /// <summary>The faces of a burst, [Count][zdim]; the first is the middle itself. A function of its arguments.</summary>
    internal static float[][] Around(float[] z, ulong walkSeed)
    {
        float[][] faces = new float[Count][];
        float[] direction = new float[z.Length];
        for (int i = 0; i < Count; i++)
        {
            faces[i] = [.. z];
            if (i > 0)
            {
                new CounterRandom(walkSeed ^ BitConverter.SingleToUInt32Bits(z[0]), (ulong)i, Purpose.Walk).FillNormal(direction);
                Sphere.Step(faces[i], direction, Step);
            }
        }

        return faces;
    }

    private static void Save(GeneratorSource generator, float[] z, float[] c, float truncation, ulong? seed, ulong walkSeed, string target)
    {
        using GeneratorSession own = GeneratorSession.Open(
            generator.ReadModel(), generator.Info.Path, new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = 1, BusyWait = false });
        using IFilm frames = Film.OpenFolder(
            target, new FilmSettings(Count, own.Info.Width, own.Info.Height, 1), i => string.Create(CultureInfo.InvariantCulture, $"{i + 1:D2}.png"));
        float[][] faces = Around(z, walkSeed);
        byte[] rgba = new byte[own.Info.Width * own.Info.Height * 4];
        float[] truncated = new float[z.Length];
        for (int i = 0; i < Count; i++)
        {
            Latent.Truncate(faces[i], truncation, truncated);
            own.Run(truncated, c, 1, rgba);
            PictureLatent latent = PictureSaver.LatentOf(generator.Info, faces[i], c, truncation, i == 0 ? seed : null);
            frames.Add(i, rgba, latent);
        }

        frames.Finish();
    }
}
