using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    public class Generator : IDisposable
    {
        private Generator(nint handle) => Handle = handle;

        public Generator(ulong seed = 0, Device? device = null) : this(NativeTorch.lw_new_generator(seed)) { }

        ~Generator() => Dispose(false);

        public static Generator Default { get; } = new(NativeTorch.lw_default_generator());

        public nint Handle { get; private set; }

        public Device device => CPU;

        public Generator manual_seed(long seed)
        {
            NativeTorch.lw_seed(Handle, (ulong)seed);
            return this;
        }

        public long seed() => (long)NativeTorch.lw_new_seed(Handle);

        public long initial_seed() => (long)NativeTorch.lw_current_seed(Handle);

        public Tensor get_state()
        {
            NativeTorch.Check(NativeTorch.lw_generator_state(Handle, out var state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            NativeTorch.Check(NativeTorch.lw_set_generator_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle != 0) NativeTorch.lw_free_generator(Handle);
            Handle = 0;
        }
    }

    /// <summary>Seeds every device's generator.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeTorch.Check(NativeTorch.lw_seed_all((ulong)seed));
        return Generator.Default;
    }

    public static long seed() => Generator.Default.seed();
    public static long initial_seed() => Generator.Default.initial_seed();
    public static Tensor get_rng_state() => Generator.Default.get_state();
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
}
