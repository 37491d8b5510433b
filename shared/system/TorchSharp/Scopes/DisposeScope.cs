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

    public IReadOnlyList<IDisposable> DisposablesView => [.. _items];

    public bool Contains(IDisposable disposable) => _items.Contains(disposable);

    public void Attach(IDisposable disposable) => MoveToOther(this, disposable);

    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Attach(disposable);
    }

    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(Outer, disposable);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(Outer, disposables);

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

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) MoveToOther(scope, disposable);
    }

    public void MarkAsDisposed(IDisposable disposable) => _items.Remove(disposable);

    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        var kept = new HashSet<IDisposable>(keep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in _items.ToArray())
            if (!kept.Contains(disposable)) disposable.Dispose();
        _items.RemoveWhere(disposable => !kept.Contains(disposable));
    }

    public void Dispose()
    {
        DisposeEverything();
        _manager.Close(this);
    }

    internal void Include(IDisposable disposable) => _items.Add(disposable);
}
