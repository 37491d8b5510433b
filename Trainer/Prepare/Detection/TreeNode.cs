namespace LatentWalk.Trainer.Prepare.Detection;

/// <summary>A step of a tree. A next step above 0 is a node of the same tree; 0 or below is the leaf of that number, negated.</summary>
internal readonly record struct TreeNode(int Feature, int Left, int Right);
