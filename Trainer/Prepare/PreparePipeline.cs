using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Data;
using LatentWalk.Trainer.Prepare.Report;
using LatentWalk.Trainer.Prepare.Resampling;
using LatentWalk.Trainer.Prepare.Truth;

namespace LatentWalk.Trainer.Prepare;

/// <summary>A source of pictures → a packed set, a list of what became of every picture, and a report. All or nothing.</summary>
internal static class PreparePipeline
{
    /// <param name="progress">Called with the files done and their number.</param>
    /// <exception cref="UsageException">The options make no sense.</exception>
    /// <exception cref="BadDataException">There is nothing to read, or nothing is left.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop; nothing was written.</exception>
    public static PrepareSummary Run(string input, string setPath, PrepareOptions options, Action<int, int> progress, CancellationToken stop)
    {
        IReadOnlyList<string> problems = options.Validate();
        if (problems.Count > 0)
        {
            throw new UsageException($"cannot prepare: {string.Join("; ", problems)}.");
        }

        var paths = PreparePaths.Of(setPath);
        using IPictureFiles files = PictureFiles.Open(input);
        TruthFile? told = options.Truth is null ? null : TruthFile.Read(options.Truth);
        TruthTally? truth = told is null ? null : new TruthTally(told);
        PrepareSource source = PrepareSource.Read(files, options.Labels, options.Truth is null ? paths.All : [.. paths.All, options.Truth]);
        told?.RequireSome(source.Names.Select(file => file.Name));
        paths.RequireFolder();
        AtomicFile.Sweep(Path.GetDirectoryName(Path.GetFullPath(paths.Set))!);
        using var spool = new CandidateSpool(paths.Set, options.Size);
        Analysis analysis = Analysis.Run(source, options, spool, done => progress(done, source.Names.Count), stop);
        if (analysis.CountKept() == 0)
        {
            throw new BadDataException($"nothing is left of the {analysis.FileCount} files of '{input}': {Refusals.InWords(analysis)}. {Refusals.FirstMessage(spool)}");
        }

        var statistics = new PackedStatistics(options.Size, source.Labels?.Classes.Count ?? 0);
        var report = new ReportGatherer(analysis);
        PackedSetSummary? packed = null;
        AtomicFile.Write(paths.List, stream =>
        {
            using var list = new PictureList(stream);
            packed = Pack(source, paths.Set, analysis, spool, statistics, report, truth, list, stop);
        });
        PrepareSummary summary = PrepareSummary.Of(input, paths, analysis, packed!) with { Truth = truth?.Summary() };
        AtomicFile.WriteText(paths.Report, ReportPage.Html(summary, analysis, spool, statistics, report, source.Labels, truth));
        IReadOnlyList<string> sheets = options.Preview > 0 ? PreviewSheets.Write(paths.Preview, analysis, spool) : [];
        return summary with { Preview = sheets.Count > 0 ? paths.Preview : null };
    }

    private static PackedSetSummary Pack(
        PrepareSource source, string path, Analysis analysis, CandidateSpool spool, PackedStatistics statistics, ReportGatherer report, TruthTally? truth, PictureList list, CancellationToken stop)
    {
        PrepareOptions options = analysis.Options;
        int size = options.Size;
        byte[] square = new byte[4 * size * size];
        byte[] packed = new byte[options.Channels * size * size];
        using var writer = new PackedSetWriter(path, size, options.Channels, source.Labels?.Classes ?? []);
        int index = -1;
        foreach ((string name, int face, int label, byte[] sha256, string? message) in spool.Read())
        {
            stop.ThrowIfCancellationRequested();
            PictureScores scores = analysis.Scores[++index];
            string? reason = message ?? Refusals.Message(scores, analysis);
            Verdict? verdict = truth?.See(index, name, scores.Refused);
            list.Add(name, face, sha256, scores, reason, label < 0 ? null : source.Labels!.Classes[label], verdict, options);
            report.See(index, name, reason);
            if (scores.Refused is not null)
            {
                continue;
            }

            spool.ReadSquare(scores.Slot, square);
            statistics.Add(square, label);
            PixelsOf(square, options.Channels, packed);
            string hash = Convert.ToHexStringLower(sha256);
            bool turned = options.Does(PrepareStep.Turn) && scores.Facing > options.TurnMargin;
            writer.Add(packed, new PictureEntry(name, hash, label, turned));
            if (options.Does(PrepareStep.Mirror))
            {
                Square.Flip(packed, size, options.Channels);
                writer.Add(packed, new PictureEntry(name, hash, label, !turned));
            }
        }

        return writer.Commit();
    }

    private static void PixelsOf(ReadOnlySpan<byte> square, int channels, Span<byte> packed)
    {
        if (channels == 4)
        {
            square.CopyTo(packed);
            return;
        }

        for (int from = 0, to = 0; from < square.Length; from += 4, to += 3)
        {
            (packed[to], packed[to + 1], packed[to + 2]) = (square[from], square[from + 1], square[from + 2]);
        }
    }
}
