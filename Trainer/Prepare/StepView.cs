namespace LatentWalk.Trainer.Prepare;

/// <summary>A picture before and after a step.</summary>
/// <param name="Before">uint8 [<see cref="PreviewSheets.Side"/>, <see cref="PreviewSheets.Side"/>, 4].</param>
/// <param name="After">The same; null where the step left nothing.</param>
internal sealed record StepView(PrepareStep Step, byte[] Before, byte[]? After);
