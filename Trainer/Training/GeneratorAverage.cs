using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks;
using TorchSharp;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Training;

/// <summary>
/// An exponential moving average of a generator's weights (Yaz et al. 2019), batch norm's running statistics included.
/// It forgets faster at first, so that the untrained weights it starts as are gone after a few dozen steps.
/// </summary>
internal sealed class GeneratorAverage : IDisposable
{
    private readonly List<(Tensor Average, Tensor Source)> _moving = [];
    private readonly List<(Tensor Copy, Tensor Source)> _counted = [];
    private readonly double _decay;
    private readonly Device _device;

    public GeneratorAverage(Generator source, GeneratorSpec spec, double decay, Device device)
    {
        Generator = Generator.Of(spec);
        Generator.to(device);
        Generator.eval();
        _decay = decay;
        _device = device;
        var averages = Generator.state_dict();
        foreach (var (name, tensor) in source.state_dict())
        {
            if (tensor.dtype == float32)
            {
                _moving.Add((averages[name], tensor));
            }
            else
            {
                _counted.Add((averages[name], tensor));
            }
        }

        using var noGradient = no_grad();
        foreach (var (average, tensor) in _moving.Concat(_counted))
        {
            average.requires_grad_(false);
            average.copy_(tensor);
        }
    }

    /// <summary>Always in evaluation mode, never differentiated.</summary>
    public Generator Generator { get; }

    /// <summary>The share of the average kept at a step: the decay, or (1 + step) / (10 + step) while that is less.</summary>
    public static double KeptAt(long step, double decay) => Math.Min(decay, (1.0 + step) / (10.0 + step));

    /// <summary>Moves every value towards the source by what is not kept; counters are copied.</summary>
    public void Update(long step)
    {
        using var noGradient = no_grad();
        using var share = tensor((float)(1 - KeptAt(step, _decay)), _device);
        foreach (var (average, tensor) in _moving)
        {
            average.lerp_(tensor, share);
        }

        foreach (var (copy, tensor) in _counted)
        {
            copy.copy_(tensor);
        }
    }

    public void Dispose() => Generator.Dispose();
}
