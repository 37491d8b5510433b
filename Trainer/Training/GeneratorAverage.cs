using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks;
using TorchSharp;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Training;

/// <summary>
/// An exponential moving average of a generator's weights (Yaz et al. 2019), batch norm's running statistics included.
/// It starts as a copy, so no correction for the start is needed.
/// </summary>
internal sealed class GeneratorAverage : IDisposable
{
    private readonly List<(Tensor Average, Tensor Source)> _moving = [];
    private readonly List<(Tensor Copy, Tensor Source)> _counted = [];
    private readonly Tensor _share;

    public GeneratorAverage(Generator source, GeneratorSpec spec, double decay, Device device)
    {
        Generator = new Generator(spec);
        Generator.to(device);
        Generator.eval();
        _share = tensor((float)(1 - decay)).to(device).DetachFromDisposeScope();
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

    /// <summary>Moves every value by (1 − decay) towards the source; counters are copied.</summary>
    public void Update()
    {
        using var noGradient = no_grad();
        foreach (var (average, tensor) in _moving)
        {
            average.lerp_(tensor, _share);
        }

        foreach (var (copy, tensor) in _counted)
        {
            copy.copy_(tensor);
        }
    }

    public void Dispose()
    {
        _share.Dispose();
        Generator.Dispose();
    }
}
