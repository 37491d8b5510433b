using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Training;

/// <summary>Where the loop is, told after every step.</summary>
/// <param name="Step">Steps finished.</param>
/// <param name="FirstStep">Steps that were finished when this session began.</param>
/// <param name="Elapsed">Since this session began to train.</param>
/// <param name="Line">The newest line of the log; null before the first.</param>
/// <param name="State">As the step left it; not to be kept.</param>
internal sealed record LoopNews(long Step, long FirstStep, TimeSpan Elapsed, LogLine? Line, TrainingState State);
