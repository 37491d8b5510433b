using System.Globalization;
using System.Runtime.InteropServices;

namespace LatentWalk.Trainer.Machine;

/// <summary>
/// Has the tensor library run out of memory before the machine does. Linux promises a process more than there is and, once it is used
/// up, ends one without a word; with a bound the library is refused what it asks for and the batch goes on in parts.
/// </summary>
internal static partial class MemoryBound
{
    // Of what is left; the rest is for the kernel's own tables and for files being read.
    private const double Share = 0.95;

    private const int DataResource = 2;               // RLIMIT_DATA: private memory that can be written, also where nothing was yet

    /// <summary>
    /// Bounds this process to what it has and what the machine still has to give, swap included. Does nothing where training is on a
    /// GPU, which refuses by itself, and on other systems than Linux.
    /// </summary>
    public static void Set(string device)
    {
        if (device == "cpu" && OperatingSystem.IsLinux()
            && Read("/proc/self/status", "VmData") is { } data && Read("/proc/meminfo", "MemAvailable") is { } available)
        {
            // Of the runtime's figure too, since it knows what a container may have.
            long left = Math.Min(available + (Read("/proc/meminfo", "SwapFree") ?? 0), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
            Lower(data + (long)(Share * left));
        }
    }

    /// <summary>A bound that is lower already stays; without one that the system takes, training goes on as it would have.</summary>
    private static void Lower(long bytes)
    {
        if (GetLimit(DataResource, out var limit) == 0 && (nuint)bytes < limit.Soft)
        {
            _ = SetLimit(DataResource, limit with { Soft = (nuint)bytes });
        }
    }

    /// <summary>Bytes of a line such as <c>VmData:  1234 kB</c>; null where there is none.</summary>
    private static long? Read(string file, string name)
    {
        try
        {
            string? line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name + ':', StringComparison.Ordinal));
            string[] words = line?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
            return words.Length == 3 && long.TryParse(words[1], CultureInfo.InvariantCulture, out long kilobytes) ? kilobytes * 1024 : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Soft, nuint Hard);
}
