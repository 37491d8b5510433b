using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public static bool is_grad_enabled() => NativeTorch.lw_grad_mode() != 0;
    public static IDisposable no_grad() => new GradMode(false);
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = NativeTorch.lw_grad_mode();

        internal GradMode(bool enabled) => NativeTorch.lw_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => NativeTorch.lw_set_grad_mode(_before);
    }
}
