using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using Xunit;
using static LatentWalk.Core.Onnx.Proto.TensorProto.Types;

namespace LatentWalk.Inference.Tests;

public sealed class DirectionFinderTests : TempFolder
{
    private const int ZDim = 12;
    private const int Side = 16;

    // What three of the latent's components do to the picture, by falling strength; the other nine do next to nothing.
    private static readonly (int Component, float Strength, Func<int, int, int, float> Pattern)[] Planted =
    [
        (7, 0.5f, (c, y, x) => c == 0 ? 1 : -0.5f),
        (2, 0.3f, (c, y, x) => y < Side / 2 ? 1 : -1),
        (9, 0.2f, (c, y, x) => c == 2 && x > Side / 2 ? 1.5f : 0),
    ];

    [Fact]
    public void Principal_components_find_what_changes_the_picture_most_in_order()
    {
        using var session = Open(hidden: true);

        var found = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Pca }, null, isOwn: false);

        Assert.Equal(ZDim, found.Directions.Count);
        for (int i = 0; i < Planted.Length; i++)
        {
            Assert.Equal($"pca{i + 1}", found.Directions[i].Name);
            Assert.InRange(Math.Abs(found.Directions[i].Vector[Planted[i].Component]), 0.97, 1.001);
        }

        Assert.True(found.LevelsPerRadian.Zip(found.LevelsPerRadian.Skip(1)).All(pair => pair.First >= pair.Second));
        Assert.InRange(found.Directions.Sum(direction => direction.ExplainedVariance), 0.8, 1.001);
        RequireOrthonormal(found.Directions);
    }

    [Fact]
    public void The_first_layer_of_a_foreign_graph_is_found_and_gives_the_same_axes()
    {
        using var session = Open(hidden: false);
        float[]? layer = FirstLayer.Find(File.ReadAllBytes(At("g.onnx")), ZDim);

        var found = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Sefa }, SefaBasis.FromFirstLayer(layer, ZDim), isOwn: false);

        Assert.Equal(["sefa1", "sefa2", "sefa3"], found.Directions.Take(3).Select(direction => direction.Name));
        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(Math.Abs(found.Directions[i].Vector[Planted[i].Component]), 0.97, 1.001));
        RequireOrthonormal(found.Directions);
    }

    [Fact]
    public void A_network_that_begins_otherwise_has_principal_components_by_default_and_says_so()
    {
        using var session = Open(hidden: true);
        Assert.Null(FirstLayer.Find(File.ReadAllBytes(At("g.onnx")), ZDim));

        var found = DirectionFinder.Find(session, new DirectionRequest(), null, isOwn: false);

        Assert.StartsWith("12 directions (pca) that explain ", Assert.Single(found.Notes), StringComparison.Ordinal);
        var error = Assert.Throws<UsageException>(() => DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Sefa }, null, isOwn: false));
        Assert.Contains("its first layer is no product of the latent with constants, which --directions sefa needs; use pca", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_give_directions_towards_their_classes()
    {
        using var session = Open(hidden: true);
        var labelled = Labelled();

        var found = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Labels, Labelled = labelled }, null, isOwn: false);

        // The classes are told apart by the second pattern (bright above) and the third (blue at the right).
        var bright = found.Directions.Single(direction => direction.Name == "bright above");
        var blue = found.Directions.Single(direction => direction.Name == "blue right");
        Assert.True(bright.Vector[2] > 0.9f, $"{bright.Vector[2]}");
        Assert.True(blue.Vector[9] > 0.7f, $"{blue.Vector[9]}");
        Assert.Contains("directions towards classes: bright above, blue right", found.Notes[0], StringComparison.Ordinal);
        Assert.Contains(found.Directions, direction => direction.Name == "pca1");
        RequireOrthonormal(found.Directions);
    }

    [Fact]
    public void Labels_that_are_not_there_are_asked_for()
    {
        using var session = Open(hidden: true);

        var error = Assert.Throws<UsageException>(() => DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Labels }, null, isOwn: false));

        Assert.Contains("needs the labelled pictures that the generator was trained on; name them with --data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conditional_generator_is_asked_for_its_classes_otherwise()
    {
        using var session = Sessions.Open(ForeignGraph.Write(At("c.onnx"), new ForeignGraph { Classes = 3 }));

        var error = Assert.Throws<UsageException>(() => DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Labels, Labelled = Labelled() }, null, isOwn: false));

        Assert.Contains("is asked for its 3 classes by its input 'c'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_the_file_before_are_followed_whatever_order_and_sign_the_new_ones_have()
    {
        using var session = Open(hidden: true);
        var first = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Pca }, null, isOwn: false).Directions;
        Direction[] before = [.. first.Reverse().Select((direction, i) => direction with { Name = $"pca{i + 1}", Vector = [.. direction.Vector.Select(value => -value)] })];

        var again = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Pca, Before = before }, null, isOwn: false);

        Assert.Equal(before, again.Directions);
        Assert.EndsWith(", along the axes of the file before", again.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_another_kind_are_not_followed()
    {
        using var session = Open(hidden: true);
        var plain = DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.Pca }, null, isOwn: false).Directions;
        var request = new DirectionRequest { Kind = DirectionKind.Pca, Before = [.. DirectionBasis.Random(3, ZDim, ZDim).Select((d, i) => d with { Name = $"sefa{i + 1}" })] };

        var found = DirectionFinder.Find(session, request, null, isOwn: false).Directions;

        Assert.Equal(plain.SelectMany(direction => direction.Vector), found.SelectMany(direction => direction.Vector));
    }

    [Fact]
    public void None_is_none()
    {
        using var session = Open(hidden: true);

        Assert.Empty(DirectionFinder.Find(session, new DirectionRequest { Kind = DirectionKind.None }, null, isOwn: true).Directions);
    }

    private static void RequireOrthonormal(IReadOnlyList<Direction> directions)
    {
        for (int i = 0; i < directions.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double dot = directions[i].Vector.Zip(directions[j].Vector, (a, b) => (double)a * b).Sum();
                Assert.InRange(dot - (i == j ? 1 : 0), -1e-4, 1e-4);
            }
        }
    }

    // Pictures that a camera took, so to speak: not made by the generator, but of the same kinds.
    private static LabelledPictures Labelled()
    {
        const int count = 300;
        float[] noise = Latent.FromSeed(12, count * SmallPicture.Length);
        var small = new float[count * SmallPicture.Length];
        int[] classOf = [.. Enumerable.Range(0, count).Select(i => i % 3)];
        for (int i = 0; i < small.Length; i++)
        {
            int pixel = i % SmallPicture.Length / 3, c = i % 3, y = pixel / Side, x = pixel % Side;
            float level = classOf[i / SmallPicture.Length] switch { 1 => Planted[1].Pattern(c, y, x), 2 => Planted[2].Pattern(c, y, x), _ => 0 };
            small[i] = 128 + (40 * level) + (8 * noise[i]);
        }

        return new LabelledPictures(["plain", "bright above", "blue right"], small, classOf);
    }

    private GeneratorSession Open(bool hidden)
    {
        var graph = new GraphProto { Name = "g" };
        var writer = new GraphWriter(graph);
        graph.Input.Add(GraphWriter.Value("z", DataType.Float, null, ZDim));
        float[] weight = [.. Latent.FromSeed(5, ZDim * 3 * Side * Side).Select(value => value * 0.01f)];
        foreach (var (component, strength, pattern) in Planted)
        {
            for (int k = 0; k < 3 * Side * Side; k++)
            {
                weight[(component * 3 * Side * Side) + k] = 0.4f * strength * pattern(k / (Side * Side), k / Side % Side, k % Side);
            }
        }

        // Something before the product that is neither a rearrangement nor a product hides the first layer.
        string z = hidden ? writer.Node("Tanh", "bent", [writer.Node("Mul", "less", ["z", writer.Scalar("tenth", 0.1f)])]) : "z";
        z = hidden ? writer.Node("Mul", "more", [z, writer.Scalar("ten", 10f)]) : z;
        string x = writer.Node("MatMul", "product", [z, writer.Constant("w", weight, ZDim, 3 * Side * Side)]);
        x = writer.Node("Reshape", "raw", [x, writer.Constant("shape", [-1, 3, Side, Side])]);
        writer.Node("Tanh", "image", [x]);
        graph.Output.Add(GraphWriter.Value("image", DataType.Float, null, 3, Side, Side));
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        File.WriteAllBytes(At("g.onnx"), model.ToByteArray());
        return Sessions.Open(At("g.onnx"));
    }
}
