namespace TorchSharp.Modules;

public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private protected readonly Dictionary<nint, OptimizerState> States = [];

    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options);
            var indices = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                indices.Add(result.State.Count);
                result.State.Add(States[parameter.Handle]);
            }
            result.StateIndexRef.Add(indices);
        }
        return result;
    }
}
