namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>The arithmetic that exporters make shapes with; null where an operator's values never matter for a size.</summary>
internal static class ElementMath
{
    public static readonly IReadOnlyDictionary<string, Func<double, double>?> One = new Dictionary<string, Func<double, double>?>
    {
        ["Abs"] = Math.Abs,
        ["Ceil"] = Math.Ceiling,
        ["Cos"] = null,
        ["Exp"] = Math.Exp,
        ["Floor"] = Math.Floor,
        ["Log"] = Math.Log,
        ["Neg"] = value => -value,
        ["Not"] = value => value == 0 ? 1 : 0,
        ["Reciprocal"] = value => 1 / value,
        ["Relu"] = value => Math.Max(0, value),
        ["Round"] = value => Math.Round(value, MidpointRounding.ToEven),
        ["Sigmoid"] = null,
        ["Sign"] = value => double.IsNaN(value) ? value : Math.Sign(value),
        ["Sin"] = null,
        ["Sqrt"] = Math.Sqrt,
        ["Tan"] = null,
        ["Tanh"] = null,
    };

    public static readonly IReadOnlyDictionary<string, Func<double, double, double>?> Two = new Dictionary<string, Func<double, double, double>?>
    {
        ["Add"] = (a, b) => a + b,
        ["Div"] = (a, b) => a / b,
        ["Max"] = Math.Max,
        ["Mean"] = null,
        ["Min"] = Math.Min,
        ["Mod"] = (a, b) => a - (b * Math.Floor(a / b)),
        ["Mul"] = (a, b) => a * b,
        ["Pow"] = Math.Pow,
        ["Sub"] = (a, b) => a - b,
        ["Sum"] = (a, b) => a + b,
    };

    public static readonly IReadOnlyDictionary<string, Func<double, double, double>?> Comparisons = new Dictionary<string, Func<double, double, double>?>
    {
        ["And"] = (a, b) => a != 0 && b != 0 ? 1 : 0,
        ["Equal"] = (a, b) => a == b ? 1 : 0,
        ["Greater"] = (a, b) => a > b ? 1 : 0,
        ["GreaterOrEqual"] = (a, b) => a >= b ? 1 : 0,
        ["Less"] = (a, b) => a < b ? 1 : 0,
        ["LessOrEqual"] = (a, b) => a <= b ? 1 : 0,
        ["Or"] = (a, b) => a != 0 || b != 0 ? 1 : 0,
        ["Xor"] = (a, b) => (a != 0) != (b != 0) ? 1 : 0,
    };
}
