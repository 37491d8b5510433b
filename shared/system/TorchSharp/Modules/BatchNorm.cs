namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        if (training && num_batches_tracked is { } tracked) tracked.add_(1);
        var factor = momentum ?? (training && num_batches_tracked is { } batches ? 1.0 / batches.ToInt64() : 0);
        var batchStatistics = training || running_mean is null;
        return torch.nn.functional.batch_norm(input, running_mean, running_var, affine ? weight : null, bias, batchStatistics, factor, eps);
    }
}
