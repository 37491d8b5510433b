using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Tests.Training;

public sealed class GeneratorAverageTests
{
    [Fact]
    public void It_starts_as_a_copy()
    {
        using var source = Source();
        using var average = new GeneratorAverage(source, Tiny.Generator(), 0.9, CPU);

        Assert.All(source.state_dict(), pair => Assert.Equal(Values(pair.Value), Values(average.Generator.state_dict()[pair.Key])));
    }

    [Fact]
    public void Weights_and_running_statistics_move_by_the_share_and_counters_are_copied()
    {
        using var source = Source();
        using var average = new GeneratorAverage(source, Tiny.Generator(), 0.9, CPU);
        var before = average.Generator.state_dict().ToDictionary(pair => pair.Key, pair => Values(pair.Value));
        using (no_grad())
        {
            foreach (var tensor in source.state_dict().Values)
            {
                tensor.add_(2);
            }
        }

        average.Update(step: 1_000_000);

        foreach (var (name, tensor) in average.Generator.state_dict())
        {
            float moved = name.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? 2 : 0.2f;
            Assert.All(Values(tensor).Zip(before[name]), pair => Assert.Equal(pair.Second + moved, pair.First, 1e-6f));
        }
    }

    [Theory]
    [InlineData(1, 2.0 / 11)]
    [InlineData(90, 0.91)]
    [InlineData(100_000, 0.995)]
    public void It_forgets_faster_at_first(long step, double kept) =>
        Assert.Equal(kept, GeneratorAverage.KeptAt(step, 0.995), 1e-12);

    private static Generator Source()
    {
        var source = Generator.Of(Tiny.Generator());
        source.Initialise(seed: 4);
        return source;
    }

    private static float[] Values(Tensor tensor)
    {
        using var single = tensor.detach().to(float32);
        return single.data<float>().ToArray();
    }
}
