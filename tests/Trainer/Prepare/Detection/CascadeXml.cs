namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>A cascade of one stage and one stump.</summary>
internal static class CascadeXml
{
    /// <param name="subset">The eight words of the patterns that go left, to the leaf 1; the others go to -1.</param>
    public static string Text(
        string subset = "-1 -1 -1 -1 -1 -1 -1 -1", string rect = "0 0 8 8", string threshold = "0.5", string feature = "0", string stages = "1",
        string type = "LBP", string before = "", string left = "0") => $"""
        <?xml version="1.0"?>{before}
        <opencv_storage><cascade><stageType>BOOST</stageType><featureType>{type}</featureType><height>24</height><width>24</width>
        <featureParams><maxCatCount>256</maxCatCount></featureParams><stageNum>{stages}</stageNum>
        <stages><_><maxWeakCount>1</maxWeakCount><stageThreshold>{threshold}</stageThreshold>
        <weakClassifiers><_><internalNodes>{left} -1 {feature} {subset}</internalNodes><leafValues>1. -1.</leafValues></_></weakClassifiers></_></stages>
        <features><_><rect>{rect}</rect></_></features></cascade></opencv_storage>
        """;
}
