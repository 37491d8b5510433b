using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class AxisGainsTests
{
    [Fact]
    public void The_same_file_gives_the_same_gains_and_they_reach_the_walk()
    {
        using GeneratorSource one = GeneratorSource.Open(TestGenerator.Shared, ProviderChoice.Cpu);
        using GeneratorSource two = GeneratorSource.Open(TestGenerator.Shared, ProviderChoice.Cpu);
        Assert.Equal(3, one.Gains.Count);
        Assert.Equal(one.Gains, two.Gains);
        Assert.Same(one.Gains, one.ToModel(null).Gains);
        Assert.Contains(one.Gains, gain => gain != 1);
    }
}
