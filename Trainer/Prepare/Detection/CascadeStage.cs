namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>Trees <paramref name="FirstTree"/> and on, which together must reach the threshold.</summary>
internal readonly record struct CascadeStage(int FirstTree, int TreeCount, float Threshold);
