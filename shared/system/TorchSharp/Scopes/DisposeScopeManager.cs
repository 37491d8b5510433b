namespace TorchSharp;

public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? t_current;

    private DisposeScopeManager() { }

    public static ThreadDisposeScopeStatistics Statistics => Current.Counts;

    internal static DisposeScopeManager Current => t_current ??= new();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope? Innermost { get; private set; }

    internal DisposeScope Open() => Innermost = new DisposeScope(this, Innermost);

    /// <summary>Closes a scope and any scope inside it that was left open.</summary>
    internal void Close(DisposeScope scope)
    {
        for (var open = Innermost; open is not null; open = open.Outer)
        {
            if (!ReferenceEquals(open, scope)) continue;
            Innermost = scope.Outer;
            return;
        }
    }

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        Innermost?.Include(tensor);
        if (Innermost is null) Counts.CreatedOutsideScopeCount++;
        else Counts.CreatedInScopeCount++;
        return Innermost;
    }

    internal void Move(DisposeScope? from, DisposeScope? to)
    {
        if (from is not null && to is null) Counts.DetachedFromScopeCount++;
        if (from is null && to is not null) Counts.AttachedToScopeCount++;
    }
}
