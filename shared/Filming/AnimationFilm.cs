using LatentWalk.Imaging;
using LatentWalk.Imaging.Animations;

namespace LatentWalk.Filming;

/// <summary>An animated WebP, PNG or GIF: encoded on the thread that brings a frame, written in order as the frames come.</summary>
internal sealed class AnimationFilm : IFilm
{
    private readonly AnimationWriter writer;
    private readonly FrameTurns<byte[]> turns;
    private readonly int count;

    public AnimationFilm(string path, AnimationFormat format, int count, AnimationSettings settings)
    {
        this.count = count;
        writer = AnimationWriter.Create(format, path, settings);
        turns = new FrameTurns<byte[]>(writer.Append);
    }

    public bool Has(int frame, PictureLatent? latent) => false;

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent) => turns.Add(frame, writer.Encode(rgba));

    public void Finish()
    {
        if (turns.Taken != count)
        {
            throw new InvalidOperationException($"frame {turns.Taken} of {count} never came.");
        }

        writer.Finish();
    }

    public void Dispose() => writer.Dispose();
}
