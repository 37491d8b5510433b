using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Training;

/// <summary>
/// Whether every gradient of a step is a finite number. One that is not makes a weight that is not, and whatever goes wrong in a
/// step comes to a gradient. <see cref="Look"/> only queues the question; <see cref="Answer"/> waits for the device.
/// </summary>
internal sealed class FiniteCheck(TrainingState state) : IDisposable
{
    // Squares of larger ones do not fit into the moments of Adam, which would stand still for ever.
    private const float Largest = 1e18f;

    private readonly (string Name, Parameter Parameter)[] _discriminator = [.. state.Discriminator.named_parameters()];
    private readonly (string Name, Parameter Parameter)[] _generator = [.. state.Generator.named_parameters()];
    private Tensor? _norms;
    private long _step;

    /// <summary>After a step, before the next one clears the gradients.</summary>
    public void Look()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        _norms?.Dispose();
        _norms = stack([Norm(_discriminator), Norm(_generator)]).DetachFromDisposeScope();
        _step = state.Step;
    }

    /// <summary>What was not finite when last looked at; null when all was, and until the next look after having been asked.</summary>
    public NotFinite? Answer()
    {
        if (_norms is null)
        {
            return null;
        }

        using var norms = _norms;
        _norms = null;
        using var host = norms.cpu();
        var values = host.data<float>().ToArray();
        return !(values[0] < Largest) ? new NotFinite(_step, $"the gradient of the discriminator {First(_discriminator, values[0])}", Discriminator: true)
            : !(values[1] < Largest) ? new NotFinite(_step, $"the gradient of the generator {First(_generator, values[1])}", Discriminator: false)
            : null;
    }

    public void Dispose() => _norms?.Dispose();

    private Tensor Norm((string Name, Parameter Parameter)[] parameters)
    {
        var gradients = parameters.Select(named => named.Parameter.grad).OfType<Tensor>().ToArray();
        return gradients.Length == 0 ? tensor(0f, state.Device) : stack(gradients.Select(gradient => gradient.norm())).norm();
    }

    private static string First((string Name, Parameter Parameter)[] parameters, float norm)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (name, parameter) in parameters)
        {
            if (parameter.grad is { } gradient && !gradient.isfinite().all().ToBoolean())
            {
                return $"is {(float.IsNaN(norm) ? "not a number" : "infinite")}, first in '{name}'";
            }
        }

        return "is too large to be squared";
    }
}
