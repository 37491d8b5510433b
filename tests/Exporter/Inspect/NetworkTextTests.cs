using LatentWalk.Core.Networks;
using LatentWalk.Exporter.Inspect;
using Xunit;

namespace LatentWalk.Exporter.Tests.Inspect;

public sealed class NetworkTextTests
{
    [Fact]
    public void A_network_is_told_in_one_line()
    {
        var spec = new GeneratorSpec { Network = NetworkKinds.Skip, BatchNorm = false, LeakySlope = 0.2f, Tanh = false };

        Assert.Equal("dcgan, wide, batch norm yes, ReLU, Tanh", NetworkText.Of(new GeneratorSpec(), "wide"));
        Assert.Equal("skip, width 16, batch norm no, LeakyReLU 0.2, a palette of 12 colours", NetworkText.Of(spec with { Palette = 12 }, "width 16"));
    }
}
