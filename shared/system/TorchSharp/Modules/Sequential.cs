namespace TorchSharp.Modules;

public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<torch.nn.IModule<torch.Tensor, torch.Tensor>> _layers = [];

    internal Sequential(IEnumerable<(string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)> modules) : base(nameof(Sequential))
    {
        foreach (var (key, module) in modules) append(key, module);
    }

    public int Count => _layers.Count;

    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => _layers[index];

    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        register_module(name, (torch.nn.Module)module);
        _layers.Add(module);
        return this;
    }

    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => append($"{_layers.Count}", module);

    /// <summary>Disposes every intermediate result.</summary>
    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (_layers.Count == 0) return tensor.alias();
        var current = tensor;
        foreach (var layer in _layers)
        {
            var next = layer.call(current);
            if (!ReferenceEquals(current, tensor)) current.Dispose();
            current = next;
        }
        return current;
    }
}
