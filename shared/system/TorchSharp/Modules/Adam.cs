using TorchSharp.Calls;

namespace TorchSharp.Modules;

public partial class Adam : OptimizerHelper
{
    public Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        var options = new Options { LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize };
        var all = parameters.ToArray();
        _parameter_groups.Add(new ParamGroup { Parameters = all, Options = options });
        foreach (var parameter in all) States[parameter.Handle] = new State(parameter, amsgrad);
    }

    public override torch.Tensor? step(Func<torch.Tensor>? closure = null)
    {
        torch.Tensor? loss = null;
        if (closure is not null)
        {
            using var grad = torch.enable_grad();
            loss = closure();
        }
        using var noGrad = torch.no_grad();
        foreach (var group in _parameter_groups)
            foreach (var parameter in group.Parameters) Update(parameter, (State)States[parameter.Handle], (Options)group.Options);
        return loss;
    }

    private static void Update(Parameter parameter, State state, Options options)
    {
        using var scope = torch.NewDisposeScope();
        var gradient = parameter.grad;
        if (gradient is null) return;
        if (options.maximize!.Value) gradient = gradient.neg();
        if (options.weight_decay!.Value != 0) gradient = gradient.add(parameter, options.weight_decay.Value);
        state.step++;
        var beta1 = options.beta1!.Value;
        var beta2 = options.beta2!.Value;
        var correction1 = 1 - Math.Pow(beta1, state.step);
        var correction2 = 1 - Math.Pow(beta2, state.step);
        var stepSize = -(options.LearningRate!.Value / correction1);
        if (state.max_exp_avg_sq is null && Fused(parameter, gradient, state, new AdamStep
        {
            Keep1 = (float)beta1,
            Take1 = (float)(1 - beta1),
            Keep2 = (float)beta2,
            Take2 = (float)(1 - beta2),
            RootCorrection2 = (float)Math.Sqrt(correction2),
            Epsilon = (float)options.eps!.Value,
            Step = (float)stepSize,
        })) return;

        state.exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var square = state.exp_avg_sq;
        if (state.max_exp_avg_sq is { } highest)
        {
            highest.copy_(highest.maximum(square));
            square = highest;
        }
        var denominator = square.sqrt().div_(Math.Sqrt(correction2)).add_(options.eps!.Value);
        parameter.addcdiv_(state.exp_avg, denominator, stepSize);
    }

    /// <summary>The operators above in one pass, to the same bits; false where that is not possible.</summary>
    private static bool Fused(Parameter parameter, torch.Tensor gradient, State state, AdamStep step)
    {
        if (PlainOnly) return false;
        NativeTorch.Check(NativeTorch.lw_adam(parameter.Handle, gradient.Handle, state.exp_avg.Handle, state.exp_avg_sq.Handle, in step, out var done));
        return done != 0;
    }

    /// <summary>For the test that holds the fused step against the plain one.</summary>
    internal static bool PlainOnly { get; set; }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var state in States.Values.OfType<State>()) state.Dispose();
        base.Dispose(disposing);
    }
}
