namespace LatentWalk.Trainer.Prepare;

/// <summary>Where a filter draws the line.</summary>
/// <param name="Option">That moves it.</param>
/// <param name="Least">Scores below are refused, not those above.</param>
internal readonly record struct Threshold(string Option, double Value, bool Least = false)
{
    public bool Refuses(double score) => !double.IsNaN(score) && (Least ? score < Value : score > Value);
}
