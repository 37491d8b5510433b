using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using LatentWalk.Core.Errors;

namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>
/// Reads a cascade as OpenCV's <c>traincascade</c> writes it: XML, <c>stageType</c> BOOST, <c>featureType</c> LBP. Nothing in
/// the file is believed: its size is bounded, a document type and entities are refused, and every index is checked here once,
/// so that the search need not.
/// </summary>
internal static class CascadeFile
{
    public const long LargestBytes = 4 * 1024 * 1024;
    private const int LargestWindow = 256;
    private const int LargestStages = 1000;
    private const int NodeValues = 3 + Cascade.SubsetWords;

    // OpenCV compares with a threshold that is this much lower, so that rounding does not turn a window down.
    private const float ThresholdSlack = 1e-5f;

    public static Cascade Read(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > LargestBytes)
            {
                throw Refuse(path, $"it has {stream.Length} bytes; at most {LargestBytes} are read");
            }

            return Read(stream, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadDataException($"there is no detector '{path}'. Give the path of an OpenCV LBP cascade (XML).", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"cannot read the detector '{path}': {error.Message.TrimEnd('.')}. Check that you may read the file.", error);
        }
    }

    /// <param name="path">What messages call it.</param>
    public static Cascade Read(Stream stream, string path)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(stream, settings);
            return Build(XDocument.Load(reader, LoadOptions.None));
        }
        catch (XmlException error)
        {
            throw Refuse(path, $"the XML is not accepted: {error.Message.TrimEnd('.')}", error);
        }
        catch (FormatException error)
        {
            throw Refuse(path, error.Message, error);
        }
    }

    private static Cascade Build(XDocument document)
    {
        if (document.Root is not { Name.LocalName: "opencv_storage" } root)
        {
            throw new FormatException($"its root is <{document.Root?.Name.LocalName}>; expected <opencv_storage>");
        }

        XElement cascade = Child(root, "cascade");
        RequireText(cascade, "stageType", "BOOST");
        RequireText(cascade, "featureType", "LBP");
        int width = Whole(cascade, "width", 3, LargestWindow);
        int height = Whole(cascade, "height", 3, LargestWindow);
        int categories = Whole(Child(cascade, "featureParams"), "maxCatCount", 1, 256);
        if (categories != 256)
        {
            throw new FormatException($"<maxCatCount> is {categories}; local binary patterns have 256");
        }

        BlockPattern[] features = [.. Items(cascade, "features").Select(item => Feature(item, width, height))];
        var parts = new CascadeParts(features.Length);
        foreach (XElement stage in Items(cascade, "stages"))
        {
            AddStage(parts, stage);
        }

        int stages = Whole(cascade, "stageNum", 1, LargestStages);
        return parts.StageCount == stages
            ? parts.ToCascade(width, height, features)
            : throw new FormatException($"<stageNum> is {stages}, but there are {parts.StageCount} stages");
    }

    private static void AddStage(CascadeParts parts, XElement stage)
    {
        float threshold = Single(Text(stage, "stageThreshold"), "stageThreshold") - ThresholdSlack;
        List<XElement> trees = [.. Items(stage, "weakClassifiers")];
        int promised = Whole(stage, "maxWeakCount", 1, 100_000);
        if (trees.Count != promised)
        {
            throw new FormatException($"stage {parts.StageCount} says {promised} weak classifiers and has {trees.Count}");
        }

        parts.BeginStage(threshold, trees.Count);
        foreach (XElement tree in trees)
        {
            string[] words = Text(tree, "internalNodes").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            int[] nodes = [.. words.Select(word => Integer(word, "internalNodes"))];
            float[] leaves = [.. Text(tree, "leafValues").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Single(word, "leafValues"))];
            if (nodes.Length == 0 || nodes.Length % NodeValues != 0 || leaves.Length != (nodes.Length / NodeValues) + 1)
            {
                throw new FormatException(
                    $"a weak classifier of stage {parts.StageCount - 1} has {nodes.Length} node values and {leaves.Length} leaves; expected {NodeValues} to a node and one leaf more than nodes");
            }

            parts.AddTree(nodes, leaves);
        }
    }

    private static BlockPattern Feature(XElement item, int width, int height)
    {
        int[] values = [.. Text(item, "rect").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Integer(word, "rect"))];
        if (values.Length != 4)
        {
            throw new FormatException($"a <rect> has {values.Length} numbers; expected 4");
        }

        var cell = new BlockPattern(values[0], values[1], values[2], values[3]);
        bool inside = cell.X >= 0 && cell.Y >= 0 && cell.Width > 0 && cell.Height > 0
            && cell.X + (3L * cell.Width) <= width && cell.Y + (3L * cell.Height) <= height;
        return inside ? cell : throw new FormatException($"the feature '{string.Join(' ', values)}' does not lie in the {width}×{height} window");
    }

    private static XElement Child(XElement parent, string name)
    {
        XElement[] found = [.. parent.Elements(name).Take(2)];
        return found.Length == 1 ? found[0]
            : throw new FormatException(found.Length == 0 ? $"<{parent.Name.LocalName}> has no <{name}>" : $"<{parent.Name.LocalName}> has more than one <{name}>");
    }

    private static IEnumerable<XElement> Items(XElement parent, string name) => Child(parent, name).Elements().Select(item =>
        item.Name.LocalName == "_" ? item : throw new FormatException($"<{name}> holds <{item.Name.LocalName}>; expected <_>"));

    private static string Text(XElement parent, string name) => Child(parent, name).Value.Trim();

    private static void RequireText(XElement parent, string name, string expected)
    {
        string found = Text(parent, name);
        if (found != expected)
        {
            throw new FormatException($"<{name}> is '{Shown(found)}'; only '{expected}' is read");
        }
    }

    private static int Whole(XElement parent, string name, int least, int most)
    {
        int value = Integer(Text(parent, name), name);
        return value >= least && value <= most ? value : throw new FormatException($"<{name}> is {value}; expected {least} to {most}");
    }

    private static int Integer(string text, string name) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value : throw new FormatException($"<{name}> holds '{Shown(text)}'; expected a whole number");

    private static float Single(string text, string name) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value : throw new FormatException($"<{name}> holds '{Shown(text)}'; expected a number");

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static BadDataException Refuse(string path, string reason, Exception? inner = null) =>
        new($"cannot use the detector '{path}': {reason}. Give a cascade in OpenCV's XML format with LBP features.", inner);
}
