using LatentWalk.Imaging.Animations;

namespace LatentWalk.Imaging.Tests.Animations;

/// <summary>Whole animations of frames that are in memory.</summary>
internal static class Written
{
    public static void To(string path, AnimationFormat format, IEnumerable<byte[]> frames, AnimationSettings settings)
    {
        using AnimationWriter writer = AnimationWriter.Create(format, path, settings);
        foreach (byte[] frame in frames)
        {
            writer.Append(writer.Encode(frame));
        }

        writer.Finish();
    }
}
