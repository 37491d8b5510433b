using TorchSharp.Calls;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Owns one handle of libtorch. Freed by <see cref="Dispose()"/>, by its dispose scope, or last by the finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        private static long s_total;
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            OwningDisposeScope = DisposeScopeManager.Current.Register(this);
            Interlocked.Increment(ref s_total);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => s_total;

        public bool IsInvalid => _handle == 0;

        public nint Handle => _handle != 0 ? _handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        public nint DecoupleFromNativeHandle()
        {
            var handle = Handle;
            _handle = 0;
            Forget(true);
            GC.SuppressFinalize(this);
            return handle;
        }

        public void Dispose()
        {
            OwningDisposeScope?.MarkAsDisposed(this);
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) return;
            Forget(disposing);
            NativeTorch.lw_free(handle);
        }

        private void Forget(bool disposing)
        {
            Interlocked.Decrement(ref s_total);
            if (!disposing) return;
            var counts = DisposeScopeManager.Current.Counts;
            if (OwningDisposeScope is null) counts.DisposedOutsideScopeCount++;
            else counts.DisposedInScopeCount++;
            OwningDisposeScope?.MarkAsDisposed(this);
        }

        public Tensor MoveToOuterDisposeScope() => OwningDisposeScope?.MoveToOuter(this) ?? this;

        public Tensor DetachFromDisposeScope() => OwningDisposeScope?.Detach(this) ?? this;

        /// <summary>Another wrapper of the very same tensor, for results of in-place functions.</summary>
        internal Tensor Shared()
        {
            NativeTorch.Check(NativeTorch.lw_share(Handle, out var handle));
            GC.KeepAlive(this);
            return new Tensor(handle);
        }

        public override string ToString() => $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public bool Equals(Tensor target) => ReferenceEquals(this, target) || (target is not null && Operator.Truth("aten::equal", this, target));

        public override int GetHashCode() => _handle.GetHashCode();
    }
}
