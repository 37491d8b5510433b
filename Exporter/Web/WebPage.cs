using System.Text;
using System.Text.Json;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Pixels;
using LatentWalk.Exporter.Web.Document;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Web;

/// <summary>
/// A folder that any static host serves: this generator, ONNX Runtime Web, and our page to fly in it. The model's name
/// changes with its content, and page.json comes last: whoever loads the page meanwhile gets the old one or the new one.
/// </summary>
internal static class WebPage
{
    public const string DocumentName = "page.json";
    public const string PreviewName = "preview.png";

    /// <summary>What the common hosts of static pages take for one file.</summary>
    public const long UsualLargestFile = 100L << 20;

    private static readonly InferenceSettings OnCpu = new() { Provider = ProviderChoice.Cpu, BusyWait = false };

    /// <param name="model">A whole generator file, known to be good.</param>
    /// <param name="name">Of the generator, without ending.</param>
    /// <param name="request">Where to, and what else is to be said.</param>
    /// <returns>Bytes of the folder.</returns>
    public static long Write(byte[] model, string name, WebPageRequest request)
    {
        var runtime = WebRuntime.Open(request.Runtime);
        using var session = GeneratorSession.Open(model, name + ".onnx", OnCpu);
        var info = session.Info with { Name = name };
        ulong seed = info.SheetSeeds.Count > 0 ? info.SheetSeeds[0] : 0;
        byte[] preview = Preview(session, info, seed);
        var gains = Gains(session);

        var folder = PageFolder.Open(request.Folder);
        long written = model.Length + preview.Length;
        string modelName = $"model-{info.Sha256[..12]}.onnx";
        folder.Write(modelName, model);
        folder.Write(PreviewName, preview);
        var runtimeBytes = runtime.Files.ToDictionary(file => file.Key, file => folder.Copy($"runtime/{file.Key}", file.Value));
        folder.Write($"runtime/{WebRuntime.LicenseName}", PageSource.Bytes($"runtime/{WebRuntime.LicenseName}"));
        foreach (string file in PageSource.Files)
        {
            byte[] bytes = PageSource.Bytes(file);
            folder.Write(file, bytes);
            written += bytes.Length;
        }

        folder.Write(PageSource.Html, Encoding.UTF8.GetBytes(PageHtml.Fill(info, request, runtime.Version)));
        var document = Describe(info, model.Length, modelName, gains, seed, new PageRuntime(runtime.Version, runtimeBytes));
        folder.Write(DocumentName, JsonSerializer.SerializeToUtf8Bytes(document, PageJsonContext.Default.PageDocument));
        folder.Finish(modelName);
        return written + runtimeBytes.Values.Sum();
    }

    private static PageDocument Describe(GeneratorInfo info, long bytes, string file, IReadOnlyList<float> gains, ulong seed, PageRuntime runtime) => new()
    {
        Name = info.Name,
        App = Application.NameAndVersion,
        Model = new PageModel
        {
            File = file,
            Bytes = bytes,
            Sha256 = info.Sha256,
            Step = info.Step,
            Checkpoint = info.Checkpoint,
            Weights = info.Checkpoint is null ? null : info.Metadata?.Weights,
        },
        Latent = new PageLatent
        {
            Input = info.Ports.Latent,
            Zdim = info.ZDim,
            Rank = info.Ports.LatentRank,
            Condition = info.Ports.Condition,
            Classes = info.Classes,
            ClassNames = info.Metadata?.ClassNames is { Count: > 0 } names ? names : [.. Enumerable.Range(1, info.Classes).Select(number => $"class {number}")],
            Truncation = info.Truncation,
        },
        Image = new PageImage
        {
            Output = info.Ports.Image,
            Width = info.Width,
            Height = info.Height,
            Channels = info.Channels,
            Order = info.Ports.Order == ChannelOrder.Planar ? "planar" : "interleaved",
            Range = info.Ports.Range switch { null => "levels", ValueRange.Unit => "unit", _ => "signed" },
            Batch = info.MaxBatch,
        },
        Directions = [.. info.Directions.Select((direction, i) => new PageDirection
        {
            Name = direction.Name,
            Vector = Latent.ToBase64(direction.Vector),
            ExplainedVariance = direction.ExplainedVariance,
            Gain = gains[i],
        })],
        Preview = new PagePreview(PreviewName, $"{seed}"),
        Runtime = runtime,
    };

    private static IReadOnlyList<float> Gains(GeneratorSession session)
    {
        var info = session.Info;
        var maker = new PictureMaker(info.ZDim, info.Width, info.Height, session.BatchSize, session.Run);
        return AxisSensitivity.Gains(AxisSensitivity.LevelsPerRadian(maker, info.Directions));
    }

    private static byte[] Preview(GeneratorSession session, GeneratorInfo info, ulong seed)
    {
        float[] z = Latent.FromSeed(seed, info.ZDim);
        Latent.Truncate(z, info.Truncation, z);
        var rgba = new byte[info.Width * info.Height * 4];
        session.Run(z, 1, rgba);
        return PngFile.Encode(rgba, info.Width, info.Height, new PictureLatent
        {
            Model = info.Sha256,
            Seed = seed,
            C = info.Classes > 0 ? [1, .. new float[info.Classes - 1]] : null,
            Truncation = info.Truncation,
            Step = info.Step,
            Checkpoint = info.Checkpoint,
            Weights = info.Checkpoint is null ? null : info.Metadata?.Weights,
        });
    }
}
