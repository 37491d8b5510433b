namespace LatentWalk.Trainer.Collect;

/// <summary>How far a collection is.</summary>
/// <param name="Done">Pages and pictures that are dealt with.</param>
/// <param name="Total">With those still to come, as far as is known: pages to come count with the pictures that such pages have had so far.</param>
/// <param name="Pictures">In the folder.</param>
internal readonly record struct CollectProgress(long Done, long Total, int Pictures);
