using LatentWalk.Trainer.Prepare.Detection;
using Xunit;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>The same number of boxes, each with a partner whose middle and size differ by 2 pixels at most.</summary>
internal static class BoxAssert
{
    private const double Tolerance = 2;

    public static void Same(IReadOnlyList<FaceBox> expected, IReadOnlyList<FaceBox> found, string where)
    {
        Assert.True(expected.Count == found.Count, $"{where}: expected {expected.Count} boxes ({string.Join("; ", expected)}), found {found.Count} ({string.Join("; ", found)})");
        List<FaceBox> left = [.. found];
        foreach (FaceBox box in expected)
        {
            FaceBox partner = left.MinBy(other => Difference(box, other));
            Assert.True(Difference(box, partner) <= Tolerance, $"{where}: nothing near {box} in {string.Join("; ", left)}");
            left.Remove(partner);
        }
    }

    private static double Difference(FaceBox a, FaceBox b) => new[]
    {
        Math.Abs(a.X + (a.Width / 2.0) - b.X - (b.Width / 2.0)), Math.Abs(a.Y + (a.Height / 2.0) - b.Y - (b.Height / 2.0)),
        Math.Abs(a.Width - b.Width), Math.Abs(a.Height - b.Height),
    }.Max();
}
