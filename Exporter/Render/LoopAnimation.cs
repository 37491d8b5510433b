using LatentWalk.Core.Walks;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render;

/// <summary>A walk that ends where it began: a great circle through one seed, or from seed to seed and back.</summary>
internal static class LoopAnimation
{
    public const string WebpName = "loop.webp";
    public const string ApngName = "loop.apng";

    public static int FrameCount(RenderRequest request) => Math.Max(2, (int)Math.Round(request.LoopSeconds!.Value * request.FramesPerSecond));

    public static IReadOnlyList<string> Render(PictureSource source, RenderRequest request, Action<int> progress, CancellationToken stop)
    {
        int count = FrameCount(request);
        float[][] path = request.Seeds.Count == 1
            ? LoopPath.Circle(request.Seeds[0], source.Info.ZDim, count)
            : LoopPath.KeyFrames([.. request.Seeds.Select(seed => Latent.FromSeed(seed, source.Info.ZDim))], count);
        var frames = new List<byte[]>(count);
        foreach (float[][] batch in path.Chunk(source.BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            frames.AddRange(source.Generate(batch));
            progress(frames.Count);
        }

        string webp = Path.Combine(request.Folder, WebpName);
        string apng = Path.Combine(request.Folder, ApngName);
        AnimationFile.WriteWebp(webp, frames, source.Width, source.Height, request.FramesPerSecond);
        stop.ThrowIfCancellationRequested();
        AnimationFile.WriteApng(apng, frames, source.Width, source.Height, request.FramesPerSecond);
        return [webp, apng];
    }
}
