namespace LatentWalk.Trainer.Report;

/// <summary>One drawn picture and the real ones most like it.</summary>
/// <param name="Drawn">uint8 [size, size, 4].</param>
/// <param name="Real">Index in the set, nearest first; the distance as a multiple of what lies between a real picture and the one most like it.</param>
internal sealed record NeighbourRow(ulong Seed, byte[] Drawn, IReadOnlyList<(int Index, double Distance)> Real);
