using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>All that a verdict is made of: what the run was told to do and what it has written. Guards may pass the latest lines alone.</summary>
/// <param name="Options">As resolved: config.json.</param>
/// <param name="Lines">Of log.jsonl, by step.</param>
/// <param name="Events">Of events.jsonl, oldest first.</param>
internal sealed record RunRecord(TrainingOptions Options, IReadOnlyList<LogLine> Lines, IReadOnlyList<RunEvent> Events)
{
    /// <summary>The newest step told of; 0 before the first line.</summary>
    public long Step => Lines.Count == 0 ? 0 : Lines[^1].Step;

    /// <summary>The discriminator's loss when it can tell nothing, where the loss has such a value: 2 ln 2, ln 2 or 2; for wgan 1, its usual size.</summary>
    public double ChanceLoss => Options.Loss.Kind switch
    {
        "bce" => 2 * Math.Log(2),
        "relativistic" => Math.Log(2),
        "hinge" => 2,
        _ => 1,
    };

    /// <summary>How often each picture has been shown.</summary>
    public double Epochs => Lines.Count == 0 || Options.Data.Pictures == 0 ? 0 : (double)Lines[^1].Images / Options.Data.Pictures;
}
