namespace TorchSharp.Modules;

/// <summary>Takes over its tensor: afterwards <c>data</c> is invalid.</summary>
public class Parameter : torch.Tensor
{
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(data.DecoupleFromNativeHandle()) => this.requires_grad = requires_grad;
}
