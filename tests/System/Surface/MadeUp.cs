namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>Types whose signatures <see cref="SurfaceComparisonTests"/> writes down rightly and wrongly.</summary>
public class MadeUp
{
    public const int Limit = 3;
#pragma warning disable CA1051 // A visible field is one of the shapes to write down.
    protected int count;
#pragma warning restore CA1051

    public MadeUp(int size = 4) => this.count = size;

    protected MadeUp(string name, bool quiet) => this.count = quiet ? 0 : name.Length;

    public event Action<int?>? Changed;

    public enum Level : byte
    {
        Low = 0,
        High = 200,
    }

    public int Size { get; init; }

    public string? Name { get; set; }

    public float this[int x, params long[] rest] => x + rest.Length + this.count;

    public static MadeUp operator +(MadeUp left, MadeUp right) => left;

    public static MadeUp operator -(MadeUp one) => one;

    public static implicit operator int(MadeUp source) => source.Size;

    public T Of<T>(ref readonly int number, out double value, in byte other, ref long reference, (int, string?)? pair = null, Level level = Level.High)
    {
        this.Changed?.Invoke(number);
        value = other + reference;
        return default!;
    }

    public unsafe void* Raw(List<Dictionary<string, int[]>>? map, nint handle, int? choice = default) => (void*)(this.count * 0);

    protected virtual bool Decide(float slope = 0.2f, double epsilon = 1e-05) => slope > epsilon;

    private protected void Hidden() => this.count++;
}
