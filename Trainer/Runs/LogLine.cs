using LatentWalk.Quality;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Runs;

/// <summary>One line of log.jsonl.</summary>
internal sealed record LogLine
{
    public required long Step { get; init; }

    /// <summary>Real pictures shown so far, counted again each time they are shown.</summary>
    public required long Images { get; init; }

    /// <summary>Seconds of training so far, over all sessions of the run.</summary>
    public required double Seconds { get; init; }

    /// <summary>Since the line before, in the same session.</summary>
    public required double ImagesPerSecond { get; init; }

    public required double LossD { get; init; }

    public required double LossG { get; init; }

    /// <summary>Left out on steps that take no penalty.</summary>
    public double? Penalty { get; init; }

    public required double AccuracyReal { get; init; }

    public required double AccuracyFake { get; init; }

    /// <summary>Share of the generated batch in which the discriminator sees the class that was asked for; left out without classes.</summary>
    public double? AccuracyClass { get; init; }

    public required double GradientNormD { get; init; }

    public required double GradientNormG { get; init; }

    /// <summary>Left out where learning rates stay as they start.</summary>
    public double? LearningRateG { get; init; }

    /// <summary>Left out where learning rates stay as they start.</summary>
    public double? LearningRateD { get; init; }

    /// <summary>The chance of each change of what the discriminator sees; left out without augmentation.</summary>
    public double? Augmentation { get; init; }

    /// <summary>How the sheet's pictures compare with the data; left out on lines between its ticks.</summary>
    public SampleSigns? Signs { get; init; }

    /// <summary>How good the generated pictures are; left out on steps that do not measure it.</summary>
    public QualityValues? Quality { get; init; }
}
