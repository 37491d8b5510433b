using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class MemoryTests
{
    [Fact]
    public unsafe void A_big_block_is_used_again_once_its_tensor_is_gone()
    {
        // 17 MiB: no other test has blocks of this size.
        const long Elements = 17L << 18;
        var first = empty(Elements);
        nint place = (nint)first.DataPointer;
        using var second = empty(Elements);
        Assert.NotEqual(place, (nint)second.DataPointer);
        first.Dispose();
        using var third = zeros(Elements);
        Assert.Equal(place, (nint)third.DataPointer);
        Assert.Equal(0, third.sum().item<float>());
    }

    [Fact]
    public void More_memory_than_there_is_is_an_error_and_not_the_end() =>
        Assert.StartsWith("not enough memory: ", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => empty(1L << 45)).Message, StringComparison.Ordinal);
}
