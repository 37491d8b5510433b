namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>Where the nodes and the leaves of one tree begin.</summary>
internal readonly record struct WeakTree(int FirstNode, int FirstLeaf);
