using LatentWalk.Core.Errors;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Machine;

/// <summary>The device that a name in the configuration stands for on this machine.</summary>
internal static class Devices
{
    /// <summary><c>cpu</c> or <c>cuda</c> for <c>auto</c>; a device that is not there is an error.</summary>
    public static string Resolve(string name) => name switch
    {
        "auto" => cuda.is_available() ? "cuda" : "cpu",
        "cuda" when !cuda.is_available() => throw new DeviceException(
            "the device 'cuda' was asked for, and the tensor library finds none: no NVIDIA GPU, no driver, or a library built for the CPU only. Train with --device cpu, or see 'lw doctor'."),
        _ => name,
    };

    public static Device Named(string resolved) => resolved == "cuda" ? CUDA : CPU;
}
