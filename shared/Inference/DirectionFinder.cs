using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Numerics;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>The directions that a generator's file is given.</summary>
public static class DirectionFinder
{
    public const int Count = 16;

    // As the check against the trainer: larger ones are no faster and take memory.
    private const int Batch = 8;

    // Those that a viewer puts on its first axes decide which basis is the better one.
    private const int Compared = 8;

    /// <param name="session">The generator, with float or byte pictures.</param>
    /// <param name="request">Which directions.</param>
    /// <param name="sefa">By its first layer, at most <see cref="Count"/>; null where that is not known.</param>
    /// <param name="isOwn">Whether the first layer is one of this project's networks: then <see cref="DirectionKind.Auto"/> need not try anything else.</param>
    /// <exception cref="UsageException">What was asked for cannot be had of this generator.</exception>
    public static FoundDirections Find(GeneratorSession session, DirectionRequest request, IReadOnlyList<Direction>? sefa, bool isOwn)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(request);
        var maker = MakerOf(session);
        PictureSlopes? slopes = null;
        IReadOnlyList<Direction> Pca() => PictureBasis.Of(slopes ??= PictureSlopes.Measure(maker), Count);

        // Left to choose, it goes on with what the file before has.
        bool goesOn = request.Kind == DirectionKind.Auto && !request.MayReorder;
        var kind = goesOn && request.Before.Any(direction => Family([direction]) == "pca") ? DirectionKind.Pca
            : goesOn && sefa is not null && request.Before.Any(direction => Family([direction]) == "sefa") ? DirectionKind.Sefa
            : request.Kind;
        switch (kind)
        {
            case DirectionKind.None:
                return new FoundDirections([], [], ["no directions"]);
            case DirectionKind.Sefa when sefa is null:
                throw new UsageException($"{session.Info.Path}: its first layer is no product of the latent with constants, which --directions sefa needs; use pca.");
            case DirectionKind.Sefa:
            case DirectionKind.Auto when isOwn && sefa is not null:
                return Ranked(maker, sefa, request);
            case DirectionKind.Labels:
                RequireLabels(session, request);
                var classes = LabelBasis.Of(slopes = PictureSlopes.Measure(maker), request.Labelled!);
                return WithClasses(maker, classes, Ranked(maker, Rest(sefa ?? Pca(), classes), request));
            case DirectionKind.Auto when sefa is not null:
                var (byLayer, byPictures) = (Ranked(maker, sefa, request), Ranked(maker, Pca(), request));
                return Strength(byLayer) >= Strength(byPictures) ? byLayer : byPictures;
            default:
                return Ranked(maker, Pca(), request);
        }
    }

    private static void RequireLabels(GeneratorSession session, DirectionRequest request)
    {
        if (session.Info.Classes > 0)
        {
            throw new UsageException($"{session.Info.Path} is asked for its {session.Info.Classes} classes by its input 'c'; directions towards them are for generators without one. Use --directions sefa or pca.");
        }

        if (request.Labelled is null)
        {
            throw new UsageException("--directions labels needs the labelled pictures that the generator was trained on; name them with --data.");
        }
    }

    private static double Strength(FoundDirections found) => found.LevelsPerRadian.Take(Compared).DefaultIfEmpty().Average();

    private static FoundDirections Ranked(PictureMaker maker, IReadOnlyList<Direction> basis, DirectionRequest request)
    {
        string family = Family(basis);
        Direction[] before = [.. request.Before.Where(direction => Family([direction]) == family && direction.Vector.Length == maker.ZDim)];
        if (before.Length > 0)
        {
            basis = Settled(DirectionAlignment.Align(basis, before), before);
            if (!request.MayReorder)
            {
                return new FoundDirections(basis, AxisSensitivity.LevelsPerRadian(maker, basis), [Note(basis, family) + ", along the axes of the file before"]);
            }
        }

        var levels = AxisSensitivity.LevelsPerRadian(maker, basis);
        int[] order = [.. Enumerable.Range(0, basis.Count).OrderByDescending(k => levels[k]).ThenBy(k => k)];
        Direction[] ranked = [.. order.Select((k, rank) => basis[k] with { Name = $"{family}{rank + 1}" })];
        return new FoundDirections(ranked, [.. order.Select(k => levels[k])], [Note(ranked, family)]);
    }

    // What differs by rounding only is the same: a file that is written again has the same bytes.
    private static IReadOnlyList<Direction> Settled(IReadOnlyList<Direction> aligned, Direction[] before)
    {
        const float rounding = 1e-4f;
        bool same = aligned.Count == before.Length
            && aligned.Zip(before).All(pair => pair.First.Vector.Zip(pair.Second.Vector).All(values => Math.Abs(values.First - values.Second) <= rounding));
        return same ? before : aligned;
    }

    private static string Note(IReadOnlyList<Direction> directions, string family) =>
        $"{directions.Count} directions ({family}) that explain {directions.Sum(direction => direction.ExplainedVariance):p0}";

    // "sefa3" -> "sefa": directions are compared with their like only.
    private static string Family(IReadOnlyList<Direction> basis) => basis.Count == 0 ? "" : basis[0].Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    // What is left of a basis beside others, made orthonormal again.
    private static List<Direction> Rest(IReadOnlyList<Direction> basis, IReadOnlyList<Direction> taken)
    {
        var rest = new List<Direction>();
        List<double[]> others = [.. taken.Select(direction => ToDoubles(direction.Vector))];
        foreach (var direction in basis)
        {
            double[] vector = ToDoubles(direction.Vector);
            double length = GramSchmidt.Orthogonalise(vector, others);
            if (length > 0.3 && rest.Count + taken.Count < Count)
            {
                rest.Add(direction with { Vector = [.. vector.Select(value => (float)(value / length))], ExplainedVariance = (float)(direction.ExplainedVariance * length * length) });
                others.Add(ToDoubles(rest[^1].Vector));
            }
        }

        return rest;
    }

    private static double[] ToDoubles(float[] vector) => Array.ConvertAll(vector, value => (double)value);

    private static FoundDirections WithClasses(PictureMaker maker, IReadOnlyList<Direction> classes, FoundDirections rest)
    {
        var levels = AxisSensitivity.LevelsPerRadian(maker, classes);
        int[] order = [.. Enumerable.Range(0, classes.Count).OrderByDescending(k => levels[k]).ThenBy(k => k)];
        return new FoundDirections(
            [.. order.Select(k => classes[k]), .. rest.Directions],
            [.. order.Select(k => levels[k]), .. rest.LevelsPerRadian],
            [$"{classes.Count} directions towards classes: {string.Join(", ", order.Select(k => classes[k].Name))}", .. rest.Notes]);
    }

    private static PictureMaker MakerOf(GeneratorSession session) =>
        new(session.Info.ZDim, session.Info.Width, session.Info.Height, Math.Min(session.BatchSize, Batch), (z, count, rgba) => session.Run(z, count, rgba));
}
