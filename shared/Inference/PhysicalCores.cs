namespace LatentWalk.Inference;

/// <summary>
/// Cores with arithmetic units of their own: hyper-threads share them, and a convolution on both halves of a core is slower than on one.
/// </summary>
internal static class PhysicalCores
{
    private const string Topology = "/sys/devices/system/cpu";

    /// <summary>At least 1, at most what this process may use (affinity and container limits).</summary>
    public static int Count { get; } = Math.Clamp(OnLinux() ?? Environment.ProcessorCount, 1, Environment.ProcessorCount);

    private static int? OnLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var cores = new HashSet<string>(StringComparer.Ordinal);
            for (int cpu = 0; Directory.Exists($"{Topology}/cpu{cpu}"); cpu++)
            {
                string siblings = $"{Topology}/cpu{cpu}/topology/thread_siblings_list";
                if (File.Exists(siblings))
                {
                    cores.Add(File.ReadAllText(siblings));
                }
            }

            return cores.Count > 0 ? cores.Count : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
