using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render.Paths;

/// <summary>A whole way round in evenly spaced frames: the one after the last would be the first.</summary>
/// <param name="write">The latent after a part of the whole way in [0, 1).</param>
/// <param name="start">Classes and truncation of all of it; the seed that the first frame shows exactly, where there is one.</param>
internal sealed class ClosedPath(int frames, double framesPerSecond, FrameLatent start, Action<double, float[]> write) : IFramePath
{
    public int FrameCount => frames;

    public double FramesPerSecond => framesPerSecond;

    public int ZDim => start.Z.Length;

    public int Classes => start.C.Length;

    public FrameLatent At(int frame)
    {
        float[] z = new float[start.Z.Length];
        write((double)frame / frames, z);
        return start with { Z = z, Seed = frame == 0 ? start.Seed : null, SeedSaysAll = false };
    }
}
