namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>Holds each decision against the truth, as they come.</summary>
internal sealed class TruthTally(TruthFile truth)
{
    public const int Examples = 48;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Reason, PrepareStep? Step), int> _bad = [];
    private readonly Dictionary<PrepareStep, int> _goodLost = [];
    private readonly List<(int Index, string Name)> _wronglyKept = [];
    private readonly List<(int Index, string Name, PrepareStep Step)> _wronglyGone = [];
    private int _goodKept;
    private int _unknown;

    /// <summary>The first of those that should go and stayed.</summary>
    public IReadOnlyList<(int Index, string Name)> WronglyKept => _wronglyKept;

    /// <summary>The first of those that should stay and went.</summary>
    public IReadOnlyList<(int Index, string Name, PrepareStep Step)> WronglyGone => _wronglyGone;

    /// <param name="refused">The step that left it out; null when it is kept.</param>
    /// <returns>What the truth says of it.</returns>
    public Verdict? See(int index, string name, PrepareStep? refused)
    {
        if (truth.Of(name) is not { } verdict)
        {
            _unknown++;
            return null;
        }

        _seen.Add(name);
        if (!verdict.Keep)
        {
            (string, PrepareStep?) key = (verdict.Reason ?? TruthSummary.NoReason, refused);
            _bad[key] = _bad.GetValueOrDefault(key) + 1;
            if (refused is null && _wronglyKept.Count < Examples)
            {
                _wronglyKept.Add((index, name));
            }
        }
        else if (refused is { } step)
        {
            _goodLost[step] = _goodLost.GetValueOrDefault(step) + 1;
            if (_wronglyGone.Count < Examples)
            {
                _wronglyGone.Add((index, name, step));
            }
        }
        else
        {
            _goodKept++;
        }

        return verdict;
    }

    public TruthSummary Summary()
    {
        int goodLost = _goodLost.Values.Sum();
        int bad = _bad.Values.Sum();
        return new TruthSummary
        {
            File = truth.Path,
            Known = _goodKept + goodLost + bad,
            Unknown = _unknown,
            Absent = truth.Count - _seen.Count,
            Good = _goodKept + goodLost,
            GoodKept = _goodKept,
            BadKept = _bad.Where(entry => entry.Key.Step is null).Sum(entry => entry.Value),
            Filters = StepNames.Filters.ToDictionary(StepNames.Of, Of),
            Reasons = _bad.GroupBy(entry => entry.Key.Reason).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new ReasonTruth(
                group.Sum(entry => entry.Value),
                group.Where(entry => entry.Key.Step is not null).Sum(entry => entry.Value),
                group.Where(entry => entry.Key.Step is not null).OrderBy(entry => entry.Key.Step).ToDictionary(entry => StepNames.Of(entry.Key.Step!.Value), entry => entry.Value))),
        };
    }

    private FilterTruth Of(PrepareStep step)
    {
        string name = StepNames.Of(step);
        int rightly = _bad.Where(entry => entry.Key.Step == step).Sum(entry => entry.Value);
        int meant = _bad.Where(entry => entry.Key.Reason == name).Sum(entry => entry.Value);
        int caught = _bad.GetValueOrDefault((name, step));
        int kept = _bad.GetValueOrDefault((name, null));
        return new FilterTruth(rightly + _goodLost.GetValueOrDefault(step), rightly, meant, caught, meant - caught - kept);
    }
}
