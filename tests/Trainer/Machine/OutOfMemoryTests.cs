using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Machine;

public sealed class OutOfMemoryTests
{
    [Fact]
    public void The_tensor_library_s_lack_of_memory_is_known_from_its_other_errors()
    {
        var lack = Record.Exception(() => empty(1L << 45));
        var other = Record.Exception(() => ones(2, 3).add(ones(4)));

        Assert.True(OutOfMemory.Is(lack), $"{lack}");
        Assert.NotNull(other);
        Assert.False(OutOfMemory.Is(other), $"{other}");
    }

    [Theory]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB", true)]
    [InlineData("[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 524288 bytes.", true)]
    [InlineData("[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes.", true)]
    [InlineData("std::bad_alloc", true)]
    [InlineData("CUDA error: an illegal memory access was encountered", false)]
    public void It_is_known_by_what_the_library_s_allocators_say(string message, bool lack) =>
        Assert.Equal(lack, OutOfMemory.Is(new NativeException(message)));

    [Fact]
    public void The_message_says_what_to_make_smaller()
    {
        var error = OutOfMemory.During(new InvalidOperationException(), Presets.Modern64 with { Machine = new MachineOptions { Device = "cpu" } });

        Assert.Equal(ExitCode.Device, error.ExitCode);
        Assert.Equal(
            "there is not enough memory on the device 'cpu' to train with a batch of 32 at 64×64 and widths 32 and 32. Use a smaller --batch, narrower networks, or close other programs; 'lw train --plan' says what a batch takes.",
            error.Message);
    }

    private sealed class NativeException(string message) : System.Runtime.InteropServices.ExternalException(message);
}
