using TorchSharp.Utils;

namespace TorchSharp.Modules;

public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = "weight")] private Parameter? _weight;
    [ComponentName(Name = "bias")] private Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype) : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        _weight = new Parameter(torch.empty(outputSize, inputSize, dtype, device));
        _bias = hasBias ? new Parameter(torch.empty(outputSize, dtype, device)) : null;
        RegisterComponents();
        torch.nn.init.ResetWeightAndBias(_weight, _bias);
    }

    public long in_features { get; set; }
    public long out_features { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => torch.nn.Module.Assign(this, ref _weight, "weight", value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => torch.nn.Module.Assign(this, ref _bias, "bias", value);
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, weight, bias);
}
