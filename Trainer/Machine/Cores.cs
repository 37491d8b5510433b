namespace LatentWalk.Trainer.Machine;

/// <summary>How many threads the tensor library is given when nobody says.</summary>
internal static class Cores
{
    /// <summary>
    /// Physical cores where the system tells them (Linux), else logical ones: two threads on one core share its
    /// vector units, and a convolution gains nothing from the second.
    /// </summary>
    public static int Physical()
    {
        int logical = Environment.ProcessorCount;
        const string topology = "/sys/devices/system/cpu";
        if (!Directory.Exists(topology))
        {
            return logical;
        }

        try
        {
            int physical = Directory.EnumerateDirectories(topology, "cpu*")
                .Select(folder => Path.Combine(folder, "topology", "thread_siblings_list"))
                .Where(File.Exists)
                .Select(path => File.ReadAllText(path).Trim())
                .Distinct()
                .Count();
            return physical == 0 ? logical : Math.Min(physical, logical);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return logical;
        }
    }
}
