namespace LatentWalk.Trainer.Prepare.Report;

/// <summary>Chooses the examples that the report shows, evenly over the set, and picks up their names in passing.</summary>
internal sealed class ReportGatherer
{
    public const int KeptExamples = 96;
    public const int RefusedExamples = 24;
    public const int Unreadable = 60;

    private readonly Dictionary<int, (string Name, string? Reason)> _seen = [];
    private readonly HashSet<int> _wanted = [];
    private readonly Dictionary<PrepareStep, List<int>> _refused = [];

    public ReportGatherer(Analysis analysis)
    {
        Kept = Choose(analysis, null, KeptExamples);
        foreach (PrepareStep step in StepNames.Filters)
        {
            _refused[step] = Choose(analysis, step, step == PrepareStep.Decode ? Unreadable : RefusedExamples);
        }

        foreach (int index in _refused[PrepareStep.Duplicate])
        {
            _wanted.Add(analysis.Scores[index].TwinOf);
        }
    }

    public IReadOnlyList<int> Kept { get; }

    public IReadOnlyList<int> Refused(PrepareStep step) => _refused[step];

    /// <summary>Told of every candidate.</summary>
    public void See(int index, string name, string? reason)
    {
        if (_wanted.Contains(index))
        {
            _seen[index] = (name, reason);
        }
    }

    public (string Name, string? Reason) Of(int index) => _seen[index];

    private List<int> Choose(Analysis analysis, PrepareStep? refused, int most)
    {
        long all = refused is { } step ? analysis.CountRefused(step) : analysis.CountKept();
        List<int> chosen = [];
        int seen = 0;
        for (int i = 0; i < analysis.Count; i++)
        {
            if (analysis.Scores[i].Refused == refused && seen++ == (all <= most ? chosen.Count : chosen.Count * all / most))
            {
                chosen.Add(i);
            }
        }

        _wanted.UnionWith(chosen);
        return chosen;
    }
}
