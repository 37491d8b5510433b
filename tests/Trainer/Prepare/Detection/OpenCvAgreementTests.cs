using LatentWalk.Trainer.Prepare.Detection;
using Xunit;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

public sealed class OpenCvAgreementTests
{
    private const int Pictures = 60;

    private static readonly Lazy<GreyImage[]> s_scenes = new(() => [.. Enumerable.Range(0, Pictures).Select(FaceScenes.Draw)]);

    [OpenCvFact]
    public void Faces_are_found_where_OpenCV_finds_them() => Compare(new DetectorOptions(), fewestFaces: 80);

    [OpenCvFact]
    public void They_agree_with_finer_steps_larger_faces_and_stricter_grouping() =>
        Compare(new DetectorOptions { ScaleFactor = 1.05, MinNeighbours = 5, MinSide = 40 }, fewestFaces: 40);

    [OpenCvFact]
    public void They_agree_on_every_single_hit_without_grouping() =>
        Compare(new DetectorOptions { ScaleFactor = 1.3, MinNeighbours = 0 }, fewestFaces: 300);

    private static void Compare(DetectorOptions options, int fewestFaces)
    {
        GreyImage[] pictures = s_scenes.Value;
        IReadOnlyList<FaceBox>[] expected = OpenCv.Find(AnimeCascade.Path!, pictures, options);
        var detector = new FaceDetector(CascadeFile.Read(AnimeCascade.Path!), options);
        Assert.Equal(Pictures, expected.Length);
        for (int i = 0; i < Pictures; i++)
        {
            BoxAssert.Same(expected[i], detector.Find(pictures[i], Environment.ProcessorCount), $"scene {i}");
        }

        int faces = expected.Sum(list => list.Count);
        int withFaces = expected.Count(list => list.Count > 0);
        Assert.True(faces >= fewestFaces && withFaces >= 50, $"only {faces} faces in {withFaces} pictures: the comparison says little");
    }
}
