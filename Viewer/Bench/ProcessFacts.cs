using System.Diagnostics;

namespace LatentWalk.Viewer.Bench;

/// <summary>What the system says of this process.</summary>
internal static class ProcessFacts
{
    /// <summary>Memory that is in use now, native memory too.</summary>
    public static long ResidentBytes
    {
        get
        {
            using Process self = Process.GetCurrentProcess();
            return self.WorkingSet64;
        }
    }

    /// <summary>Of all its threads on all cores.</summary>
    public static double CpuSeconds
    {
        get
        {
            using Process self = Process.GetCurrentProcess();
            return self.TotalProcessorTime.TotalSeconds;
        }
    }

    public static double SecondsSinceStart
    {
        get
        {
            using Process self = Process.GetCurrentProcess();
            return (DateTime.Now - self.StartTime).TotalSeconds;
        }
    }
}
