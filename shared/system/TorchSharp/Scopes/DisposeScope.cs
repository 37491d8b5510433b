namespace TorchSharp;

public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _items = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScopeManager _manager;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
    }

    internal DisposeScope? Outer { get; }

    public int DisposablesCount => _items.Count;

    public bool Contains(IDisposable disposable) => _items.Contains(disposable);

    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(Outer, disposable);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (disposable is torch.Tensor tensor)
        {
            _manager.Move(tensor.OwningDisposeScope, scope);
            tensor.OwningDisposeScope?._items.Remove(tensor);
            tensor.OwningDisposeScope = scope;
        }
        else
        {
            _items.Remove(disposable);
        }

        scope?._items.Add(disposable);
        return disposable;
    }

    public void MarkAsDisposed(IDisposable disposable) => _items.Remove(disposable);

    public void Dispose()
    {
        foreach (var disposable in _items.ToArray()) disposable.Dispose();
        _items.Clear();
        _manager.Close(this);
    }

    internal void Include(IDisposable disposable) => _items.Add(disposable);
}
