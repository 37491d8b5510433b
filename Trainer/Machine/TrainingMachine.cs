using LatentWalk.Trainer.Options;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Machine;

/// <summary>Sets this process up as the options ask.</summary>
internal static class TrainingMachine
{
    /// <summary>What decoded pictures may take: half of the memory this process can have; LATENTWALK_PICTURE_MB sets another bound, in megabytes.</summary>
    public static long PictureMemoryBytes =>
        int.TryParse(Environment.GetEnvironmentVariable("LATENTWALK_PICTURE_MB"), out int megabytes) && megabytes >= 0
            ? megabytes * 1_000_000L
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Gives the tensor library its threads, finds the device and bounds the memory; the result has threads and device resolved.</summary>
    public static TrainingOptions Prepare(TrainingOptions options)
    {
        int threads = options.Machine.Threads == 0 ? Cores.Physical() : options.Machine.Threads;
        set_num_threads(threads);
        string device = Devices.Resolve(options.Machine.Device);
        MemoryBound.Set(device);
        return options with { Machine = options.Machine with { Threads = threads, Device = device } };
    }
}
