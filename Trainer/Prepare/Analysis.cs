using LatentWalk.Data;
using LatentWalk.Trainer.Prepare.Detection;
using LatentWalk.Trainer.Prepare.Measures;

namespace LatentWalk.Trainer.Prepare;

/// <summary>
/// Every picture of a source measured and judged: first each by itself, on all threads, then all together. In memory stay
/// the scores, about 100 bytes a picture; the rest is in the spool.
/// </summary>
internal sealed class Analysis
{
    /// <summary>Pictures that may be measured and wait for the ones before them, a bound on memory.</summary>
    private const int AheadPerThread = 4;

    private PictureScores[] _scores = [];

    private Analysis(PrepareOptions options) => Options = options;

    public PrepareOptions Options { get; }

    /// <summary>Candidates: pictures, or faces in them.</summary>
    public int Count { get; private set; }

    public int FileCount { get; private set; }

    /// <summary>The backgrounds that the set has in common; empty when it has none, or nobody asked.</summary>
    public IReadOnlyList<(byte R, byte G, byte B)> Backgrounds { get; private set; } = [];

    /// <summary>For the sheets, in order.</summary>
    public List<StepView> Views { get; } = [];

    public ReadOnlySpan<PictureScores> Scores => _scores.AsSpan(0, Count);

    /// <param name="progress">Called with the number of files done.</param>
    public static Analysis Run(PrepareSource source, PrepareOptions options, CandidateSpool spool, Action<int> progress, CancellationToken stop)
    {
        var analysis = new Analysis(options);
        Cascade? cascade = options.Does(PrepareStep.Face) ? CascadeFile.Read(options.Detector!) : null;
        analysis.Measure(source, new CandidateMaker(source.Files, options, cascade), spool, progress, stop);
        analysis.CompareBackgrounds(spool);
        if (options.Does(PrepareStep.Duplicate))
        {
            new NearDuplicates(options.Size, options.MaxDuplicate, (slot, square) => spool.ReadSquare(slot, square)).Mark(analysis._scores, analysis.Count, stop);
            Leftovers.Free();
        }

        return analysis;
    }

    public int CountRefused(PrepareStep step)
    {
        int count = 0;
        foreach (ref readonly PictureScores scores in Scores)
        {
            count += scores.Refused == step ? 1 : 0;
        }

        return count;
    }

    public int CountKept()
    {
        int count = 0;
        foreach (ref readonly PictureScores scores in Scores)
        {
            count += scores.Refused is null ? 1 : 0;
        }

        return count;
    }

    private void Measure(PrepareSource source, CandidateMaker maker, CandidateSpool spool, Action<int> progress, CancellationToken stop)
    {
        SourceNames names = source.Names;
        int threads = Options.ThreadCount;
        _scores = new PictureScores[names.Count];
        OrderedWork.Run(
            names.Count,
            threads,
            threads * AheadPerThread,
            i => maker.Make(names[i], withViews: Options.Preview > 0 && IsAmong(i, names.Count, Options.Preview)),
            (i, candidates) =>
            {
                int label = source.Labels?.OfFiles[i] ?? -1;
                foreach (Candidate candidate in candidates)
                {
                    int slot = spool.Add(candidate, label);
                    Add(candidate.Scores with { Slot = slot });
                    Views.AddRange(candidate.Views);
                }

                progress(++FileCount);
            },
            stop);
    }

    /// <summary>Whether i of n is one of about k that are spread evenly.</summary>
    internal static bool IsAmong(int i, int n, int k) => (long)i * k / n != (long)(i - 1) * k / n || i == 0;

    private void Add(PictureScores scores)
    {
        if (Count == _scores.Length)
        {
            Array.Resize(ref _scores, (_scores.Length * 3 / 2) + 1);
        }

        _scores[Count++] = scores;
    }

    private void CompareBackgrounds(CandidateSpool spool)
    {
        if (!Options.Does(PrepareStep.Background))
        {
            return;
        }

        Backgrounds = BackgroundClusters.Find(Scores, spool.ReadBorders(), Options.BackgroundShare);
        if (Backgrounds.Count == 0)
        {
            return;
        }

        int index = 0;
        foreach (BorderColours border in spool.ReadBorders())
        {
            ref PictureScores scores = ref _scores[index++];
            scores.Background = scores.Slot < 0 ? 0 : BackgroundClusters.Distance(border, Backgrounds);
            if (scores.Refused is null && scores.Background > Options.MaxBackground)
            {
                scores.Refused = PrepareStep.Background;
            }
        }
    }
}
