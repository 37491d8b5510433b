using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render.Paths;

/// <summary>The latents of saved pictures, called as their files are; a name that comes again gets a number.</summary>
internal sealed class PicturePath : IFramePath
{
    private readonly IReadOnlyList<FrameLatent> latents;
    private readonly List<string> names = [];

    public PicturePath(IReadOnlyList<FrameLatent> latents, IReadOnlyList<string> files)
    {
        this.latents = latents;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string file in files)
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string free = name;
            for (int count = 2; !taken.Add(free); count++)
            {
                free = FormattableString.Invariant($"{name}-{count}");
            }

            names.Add(free);
        }
    }

    public int FrameCount => latents.Count;

    /// <summary>They do not move.</summary>
    public double FramesPerSecond => 1;

    public int ZDim => latents[0].Z.Length;

    public int Classes => latents[0].C.Length;

    public FrameLatent At(int frame) => latents[frame];

    public string NameOf(int frame) => names[frame];
}
