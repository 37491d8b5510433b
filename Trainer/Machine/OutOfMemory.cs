using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Machine;

/// <summary>Tells the tensor library's lack of memory from its other errors, which are bugs.</summary>
internal static class OutOfMemory
{
    // Of a GPU; of the host on Windows and on Linux; of a buffer that some operator takes for itself.
    private static readonly string[] s_texts = ["out of memory", "not enough memory", "can't allocate memory", "bad_alloc"];

    /// <summary>Native errors arrive as <see cref="ExternalException"/> with libtorch's text.</summary>
    public static bool Is(Exception error) =>
        error is ExternalException && s_texts.Any(text => error.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    public static DeviceException During(Exception error, TrainingOptions options) => new(
        $"there is not enough memory on the device '{options.Machine.Device}' to train with a batch of {options.Batch} at {options.Generator.Resolution}×{options.Generator.Resolution} and widths {options.Generator.Width} and {options.Discriminator.Width}. Use a smaller --batch, narrower networks, or close other programs; 'lw train --plan' says what a batch takes.",
        error);
}
