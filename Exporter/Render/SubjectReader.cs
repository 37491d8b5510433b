using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Walks;
using LatentWalk.Exporter.Render.Paths;
using LatentWalk.Filming;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Walking;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Exporter.Render;

/// <summary>From what the user named to the latents of the pictures.</summary>
internal static class SubjectReader
{
    private const int ShownDigits = 12;

    /// <param name="walk">The request's, read.</param>
    public static RenderSubject Read(RenderRequest request, GeneratorInfo info, Walk? walk)
    {
        if (walk is not null)
        {
            return OfWalk(request, info, walk);
        }

        var classes = new ClassChoice(info.Name, info.Classes, info.Metadata?.ClassNames ?? []).Parse(request.Class);
        RenderSubject stills = request.Seeds is { } seeds
            ? OfSeeds(new SeedPath(seeds, request.Sampling ?? SamplingStyle.Normal, info.ZDim, classes, request.Truncation ?? info.Truncation))
            : OfPictures(request, info, classes);
        return request.LoopSeconds is null ? stills : Loop(request, info, stills.Path);
    }

    /// <summary>Of a loop, said or not.</summary>
    public static LoopStyle StyleOf(RenderRequest request) =>
        request.Style ?? (request.Named > 1 || request.Easing is not null ? LoopStyle.Keys : LoopStyle.Circle);

    private static RenderSubject OfSeeds(SeedPath path) => new(path, path.NameOf);

    private static RenderSubject OfWalk(RenderRequest request, GeneratorInfo info, Walk walk)
    {
        WarnOfOther(info, walk.Origin.Model, $"the walk was recorded in {walk.Origin.Name}", "these are the faces of {0} at the same places");
        var path = WalkPath.Of(walk, request.Rate);
        FaceFilm.RequireFit(info, path);
        return new RenderSubject(path, FrameName);
    }

    private static RenderSubject OfPictures(RenderRequest request, GeneratorInfo info, IReadOnlyList<float[]> classes)
    {
        var latents = new List<FrameLatent>();
        var names = new List<string>();
        foreach (string file in request.Pictures)
        {
            var latent = PngFile.ReadLatent(file)
                ?? throw new BadDataException($"'{file}' remembers no latent: it was not saved by this program, or another one took it out. Name a PNG that lw view or lw render wrote.");
            float[] z = latent.Z ?? Latent.FromSeed(latent.Seed!.Value, info.ZDim);
            if (z.Length != info.ZDim)
            {
                throw new BadModelException($"'{file}' has a latent of {z.Length} numbers, but {info.Name} takes {info.ZDim}; name the generator that made it.");
            }

            WarnOfOther(info, latent.Model, $"'{file}' was made by another generator", "{0} draws its own picture of the latent");
            float truncation = request.Truncation ?? latent.Truncation;
            bool own = request.Class is null && latent.C?.Length == info.Classes;
            foreach (float[] c in own ? [latent.C ?? []] : classes)
            {
                latents.Add(new FrameLatent(z, c, truncation, latent.Seed) { SeedSaysAll = latent.Z is null });
                names.Add(file);
            }
        }

        var path = new PicturePath(latents, names);
        return new RenderSubject(path, path.NameOf);
    }

    private static RenderSubject Loop(RenderRequest request, GeneratorInfo info, IFramePath stills)
    {
        var first = stills.At(0);
        ulong seed = first.Seed ?? (request.Seeds is { } seeds ? seeds[0] : 0);
        switch (StyleOf(request))
        {
            case LoopStyle.Circle:
                var circle = new CircleLoop(first.Z, seed);
                return new RenderSubject(new ClosedPath(request.LoopFrames, request.Rate, RequireOne(request, stills), (turns, z) => circle.WriteLatent(turns, z)), FrameName);
            case LoopStyle.Noise:
                var noise = new NoiseLoop(seed, info.ZDim, request.Waves ?? RenderRequest.DefaultWaves);
                return new RenderSubject(
                    new ClosedPath(request.LoopFrames, request.Rate, RequireOne(request, stills) with { Seed = null }, (turns, z) => noise.WriteLatent(turns, z)), FrameName);
            default:
                return new RenderSubject(new PlannedPath(Journey(request, info, stills), request.Rate), FrameName);
        }
    }

    private static PlannedJourney Journey(RenderRequest request, GeneratorInfo info, IFramePath stills)
    {
        if (stills.FrameCount < 2)
        {
            throw new UsageException("--style keys needs at least 2 key frames, but 1 latent is given; give more, or --style circle.");
        }

        KeyFrame[] keys = [.. Enumerable.Range(0, stills.FrameCount).Select(stills.At).Select(still => new KeyFrame(new Waypoint(still.Z, still.Seed), still.Truncation, still.C))];
        var plan = new JourneyPlan(keys, request.LoopFrames / request.Rate, request.Easing ?? Easing.Linear, Closed: true);
        return new PlannedJourney(new WalkOrigin(info.Sha256, info.Name), info.ZDim, info.Classes, plan);
    }

    private static FrameLatent RequireOne(RenderRequest request, IFramePath stills) => stills.FrameCount == 1
        ? stills.At(0)
        : throw new UsageException($"--class {request.Class} names {stills.FrameCount} classes, but this loop flies in one; name one, or --style keys to fly from class to class.");

    private static void WarnOfOther(GeneratorInfo info, string model, string found, string meaning)
    {
        if (!string.Equals(info.Sha256, model, StringComparison.OrdinalIgnoreCase))
        {
            Talk.Warn($"{found}, SHA-256 {model[..ShownDigits]}…; {string.Format(System.Globalization.CultureInfo.InvariantCulture, meaning, info.Name)}.");
        }
    }

    private static string FrameName(int frame) => Path.GetFileNameWithoutExtension(Film.NameOfFrame(frame));
}
