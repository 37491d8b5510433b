namespace LatentWalk.Exporter.Bench;

/// <summary>Medians over the rounds.</summary>
internal sealed record PngBenchResult(double EncodedPerSecond, double WrittenPerSecond, double BytesPerPicture);
