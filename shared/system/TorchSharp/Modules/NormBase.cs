using TorchSharp.Utils;

namespace TorchSharp.Modules;

public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = "weight")] private Parameter? _weight;
    [ComponentName(Name = "bias")] private Parameter? _bias;
    [ComponentName(Name = "running_mean")] private torch.Tensor? _runningMean;
    [ComponentName(Name = "running_var")] private torch.Tensor? _runningVar;
    [ComponentName(Name = "num_batches_tracked")] private torch.Tensor? _batchesTracked;

    private protected NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype, string name) : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            _weight = new Parameter(torch.ones(num_features, dtype, device));
            _bias = new Parameter(torch.zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            _runningMean = torch.zeros(num_features, dtype, device);
            _runningVar = torch.ones(num_features, dtype, device);
            _batchesTracked = torch.tensor(0L, torch.int64, device);
        }
        RegisterComponents();
    }

    public long num_features { get; }
    public double eps { get; set; }
    public double? momentum { get; set; }
    public bool affine { get; }
    public bool track_running_stats { get; }

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

    public torch.Tensor? running_mean
    {
        get => _runningMean;
        set => torch.nn.Module.Assign(this, ref _runningMean, "running_mean", value);
    }

    public torch.Tensor? running_var
    {
        get => _runningVar;
        set => torch.nn.Module.Assign(this, ref _runningVar, "running_var", value);
    }

    public torch.Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => torch.nn.Module.Assign(this, ref _batchesTracked, "num_batches_tracked", value);
    }

    public void reset_running_stats()
    {
        running_mean?.zero_().Dispose();
        running_var?.fill_(1);
        num_batches_tracked?.zero_().Dispose();
    }

    protected abstract void ValidateInputDimensions(torch.Tensor input);
}
