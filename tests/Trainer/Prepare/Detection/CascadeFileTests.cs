using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

public sealed class CascadeFileTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { CascadeXml.Text(before: "<!DOCTYPE a [<!ENTITY b \"c\">]>"), "the XML is not accepted" },
        { CascadeXml.Text().Replace("BOOST", "&b;", StringComparison.Ordinal), "the XML is not accepted" },
        { CascadeXml.Text()[..300], "the XML is not accepted" },
        { "<a/>", "its root is <a>; expected <opencv_storage>" },
        { CascadeXml.Text(type: "HAAR"), "<featureType> is 'HAAR'; only 'LBP' is read" },
        { CascadeXml.Text(rect: "1 0 8 8"), "the feature '1 0 8 8' does not lie in the 24×24 window" },
        { CascadeXml.Text(rect: "0 0 2147483647 8"), "does not lie in the 24×24 window" },
        { CascadeXml.Text(rect: "0 0 8"), "a <rect> has 3 numbers; expected 4" },
        { CascadeXml.Text(feature: "1"), "a node names feature 1; there are 1" },
        { CascadeXml.Text(feature: "-1"), "a node names feature -1; there are 1" },
        { CascadeXml.Text(left: "1"), "node 0 of a tree of 1 goes on to 1" },
        { CascadeXml.Text(left: "-2"), "node 0 of a tree of 1 goes on to -2" },
        { CascadeXml.Text(left: "-2147483648"), "goes on to -2147483648" },
        { CascadeXml.Text(threshold: "NaN"), "<stageThreshold> holds 'NaN'; expected a number" },
        { CascadeXml.Text(subset: "1 2 3"), "6 node values" },
        { CascadeXml.Text(stages: "2"), "<stageNum> is 2, but there are 1 stages" },
        { CascadeXml.Text(stages: "many"), "<stageNum> holds 'many'; expected a whole number" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_not_a_cascade_is_refused_with_its_reason(string xml, string reason)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        var error = Assert.Throws<BadDataException>(() => CascadeFile.Read(stream, "c.xml"));
        Assert.StartsWith("cannot use the detector 'c.xml': ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_or_missing_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (FileStream large = File.Create(folder["large.xml"]))
        {
            large.SetLength(CascadeFile.LargestBytes + 1);
        }

        Assert.Contains("at most 4194304 are read", Assert.Throws<BadDataException>(() => CascadeFile.Read(folder["large.xml"])).Message, StringComparison.Ordinal);
        Assert.Contains("there is no detector", Assert.Throws<BadDataException>(() => CascadeFile.Read(folder["none.xml"])).Message, StringComparison.Ordinal);
    }

    [AnimeCascadeFact]
    public void The_published_cascade_is_read()
    {
        Cascade cascade = CascadeFile.Read(AnimeCascade.Path!);
        Assert.Equal((24, 24, 20), (cascade.WindowWidth, cascade.WindowHeight, cascade.Stages.Length));
    }
}
