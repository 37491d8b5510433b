namespace LatentWalk.Trainer.Planning;

/// <summary>A plan in words.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Of(TrainingPlan plan)
    {
        string parts = plan.MicroBatch < plan.Batch ? $" ({plan.MicroBatch} at a time)" : "";
        string threads = plan.Threads == 1 ? "1 thread" : $"{plan.Threads} threads";
        yield return $"{plan.Preset} at {plan.Resolution}×{plan.Resolution}, batch {plan.Batch}{parts}, {threads} on {plan.Device}";
        yield return $"Parameters   generator {Millions(plan.GeneratorParameters)}, discriminator {Millions(plan.DiscriminatorParameters)}";
        yield return $"Memory       {Gigabytes(plan.PeakBytes)} at the most, and the pictures; this machine has {Gigabytes(plan.AvailableBytes)}{(plan.Device == "cuda" ? " (of the machine; the GPU's is not told)" : "")}";
        yield return $"Time         {plan.StepSeconds:0.00} s a step, {Span(plan.TotalSeconds)} for {plan.Steps} steps";
        yield return $"Disk         {Gigabytes(plan.DiskBytes)} for checkpoints{(plan.DiskFreeBytes is { } free ? $"; {Gigabytes(free)} are free" : "")}";
        yield return plan.Tried ? "Found by trying some steps of it." : "Drawn out from steps with fewer pictures: the whole batch would have taken too much memory or time to try.";
        if (plan.DiskFreeBytes < plan.DiskBytes)
        {
            yield return "The disk has too little room: the run will let earlier checkpoints go, and may have to stop. Free some, or choose another folder with --run.";
        }

        if (plan.Parts.Count > 0)
        {
            yield return $"In parts     {string.Join(", ", plan.Parts.Select(part => $"{part.MicroBatch} at a time {Gigabytes(part.PeakBytes)}"))} (--machine.microBatch)";
        }

        if (plan.PeakBytes > plan.AvailableBytes)
        {
            yield return plan.Parts.FirstOrDefault(part => part.PeakBytes < 0.9 * plan.AvailableBytes) is { } fits
                ? $"That is more than there is. It fits with --machine.microBatch {fits.MicroBatch}."
                : "That is more than there is, in whatever parts: use narrower networks.";
        }
    }

    private static string Millions(long count) => $"{count / 1e6:0.00} M";

    private static string Gigabytes(long bytes) => $"{bytes / 1e9:0.00} GB";

    private static string Span(double seconds) =>
        seconds < 120 ? $"{seconds:0} s" : seconds < 7200 ? $"{seconds / 60:0} min" : $"{(int)(seconds / 3600)} h {seconds % 3600 / 60:0} min";
}
