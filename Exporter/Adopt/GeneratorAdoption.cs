using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Adopt;

/// <summary>Somebody else's generator file → the same graph, byte by byte, that says what it is.</summary>
internal static class GeneratorAdoption
{
    private const int ComparedPictures = 8;

    private static readonly InferenceSettings OnCpu = new() { Provider = ProviderChoice.Cpu, BusyWait = false };

    /// <exception cref="BadModelException">It is no generator, or cannot be read.</exception>
    public static AdoptedGenerator Adopt(AdoptRequest request)
    {
        var (bytes, _) = OnnxGuard.Read(request.Source);
        return Adopt(bytes, request, sefa: null, generator: null);
    }

    /// <param name="bytes">A whole generator file.</param>
    /// <param name="request">What the user knows about it.</param>
    /// <param name="sefa">By the first layer where it is known; else it is looked for in the graph.</param>
    /// <param name="generator">The network's description; null where there is none.</param>
    public static AdoptedGenerator Adopt(byte[] bytes, AdoptRequest request, IReadOnlyList<Direction>? sefa, string? generator)
    {
        using var session = GeneratorSession.Open(bytes, request.Source, OnCpu);
        var info = session.Info;
        var range = RangeOf(request, session);
        var plain = info.Metadata ?? new GeneratorMetadata { ZDim = info.ZDim, Resolution = Math.Max(info.Width, info.Height), Classes = info.Classes };
        var notes = new List<string> { $"{info.Convention}{(info.MaxBatch is int batch ? $", {batch} at a time" : "")}" };

        // The range decides what the pictures are, and the directions are measured on pictures.
        byte[] ranged = AppendedMetadata.Replace(bytes, request.Source, plain with { Range = range, Directions = [] });
        using var shown = GeneratorSession.Open(ranged, request.Source, OnCpu);
        sefa ??= FirstLayer.Find(bytes, info.ZDim) is { } layer ? SefaBasis.FromFirstLayer(layer, info.ZDim) : null;
        var directions = request.Directions.Resolve(request.Source, request.Output, before => before.ZDim == info.ZDim && before.Resolution == plain.Resolution);
        var found = DirectionFinder.Find(shown, directions, sefa, isOwn: generator is not null);
        notes.AddRange(found.Notes);
        var metadata = plain with
        {
            Range = range,
            Generator = generator ?? plain.Generator,
            Author = request.Author ?? plain.Author,
            License = request.License ?? plain.License,
            Truncation = request.Truncation ?? plain.Truncation,
            SheetSeeds = request.Seeds ?? plain.SheetSeeds,
            Directions = found.Directions,
        };
        byte[] file = AppendedMetadata.Replace(bytes, request.Source, metadata);
        RequireSamePictures(shown, file, request.Source);
        return new AdoptedGenerator(file, metadata, notes);
    }

    private static PixelRange RangeOf(AdoptRequest request, GeneratorSession session)
    {
        if (session.MakesBytes && request.Range is not (null or PixelRange.Levels))
        {
            throw new UsageException($"'{request.Source}' makes bytes, whose range is 0 to 255; leave out --range.");
        }

        if (!session.MakesBytes && request.Range == PixelRange.Levels)
        {
            throw new UsageException($"'{request.Source}' makes floats, expected --range -1,1 or 0,1, or none to find out.");
        }

        return request.Range ?? session.Range;
    }

    private static void RequireSamePictures(GeneratorSession before, byte[] file, string path)
    {
        using var after = GeneratorSession.Open(file, path, OnCpu);
        int zdim = before.Info.ZDim, bytes = before.Info.Width * before.Info.Height * 4;
        var z = new float[ComparedPictures * zdim];
        for (int i = 0; i < ComparedPictures; i++)
        {
            Latent.FromSeed((ulong)i, z.AsSpan(i * zdim, zdim));
        }

        byte[] expected = new byte[ComparedPictures * bytes], actual = new byte[ComparedPictures * bytes];
        before.Run(z, ComparedPictures, expected);
        after.Run(z, ComparedPictures, actual);
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            throw new BadModelException($"{path} makes other pictures when it is run again, expected the same from the same latent: it is not a usable generator.");
        }
    }
}
