using TorchSharp.Utils;

namespace TorchSharp.Modules;

public abstract class Convolution : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = "weight")] protected Parameter? _weight;
    [ComponentName(Name = "bias")] protected Parameter? _bias;

    private protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype) : base(name)
    {
        if (padding_mode != PaddingModes.Zeros) throw new NotSupportedException($"{name} with padding mode {padding_mode}: the system profile pads with zeros only.");
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        long[] shape = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        _weight = new Parameter(torch.empty(shape, dtype, device));
        _bias = bias ? new Parameter(torch.empty([out_channels], dtype, device)) : null;
        RegisterComponents();
        reset_parameters();
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[]? padding { get; }
    public long[] dilation { get; set; }
    public long[] output_padding { get; set; }
    public long groups { get; set; }
    public bool transposed { get; }

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

    public void reset_parameters() => torch.nn.init.ResetWeightAndBias(weight, bias);
}
