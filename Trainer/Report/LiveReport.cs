using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Report;

/// <summary>The report of a run that trains: written anew about once a minute, and it stops nothing when it cannot be written.</summary>
internal sealed class LiveReport(string runFolder, IPictureSet set, Action<string> warn, TimeProvider time)
{
    public const int RefreshSeconds = 30;

    private const int MostReal = 4096;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly RunReport _report = new(runFolder, set, MostReal);
    private long? _written;
    private bool _failed;

    /// <summary>Writes the page where a minute has passed since the last time.</summary>
    public void Tick()
    {
        if (_written is null || time.GetElapsedTime(_written.Value) >= s_interval)
        {
            Write(RefreshSeconds);
        }
    }

    /// <summary>The last page of a session: it no longer loads itself anew.</summary>
    /// <param name="film">Make the film first; who wants to stop does not want to wait for it.</param>
    /// <returns>What the run has come to; null where the page could not be written.</returns>
    public Verdict? Finish(bool film)
    {
        if (film)
        {
            Guarded(() => EvolutionFilm.Write(runFolder), "film");
        }

        return Write(null);
    }

    private Verdict? Write(int? refreshSeconds)
    {
        Verdict? verdict = null;
        Guarded(() => verdict = _report.Write(refreshSeconds), "report");
        _written = time.GetTimestamp();
        return verdict;
    }

    /// <summary>Whatever happens to a page or a film, the weights are what matters.</summary>
    private void Guarded(Action write, string what)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is LatentWalkException || DiskErrors.IsDiskError(error))
        {
            if (!_failed)
            {
                warn($"The {what} was not written: {error.Message.TrimEnd('.')}. Training is not touched by that; try again with: lw report {runFolder}");
                _failed = true;
            }
        }
    }
}
