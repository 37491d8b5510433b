namespace LatentWalk.Exporter.Bench;

/// <param name="Seconds">Of one export, the median.</param>
/// <param name="FirstSeconds">Of the first one after start-up.</param>
/// <param name="AddedBytes">By how much the first one raised the process's memory at its peak.</param>
/// <param name="PeakBytes">The process's memory at that peak.</param>
/// <param name="FileBytes">Of the generator file.</param>
internal sealed record ExportBenchResult(double Seconds, double FirstSeconds, long AddedBytes, long PeakBytes, long FileBytes);
