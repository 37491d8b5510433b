namespace Silk.NET.Input;

public readonly struct Deadzone(float value, DeadzoneMethod method)
{
    public float Value { get; } = value;

    public DeadzoneMethod Method { get; } = method;

    public float Apply(float raw) => Method switch
    {
        DeadzoneMethod.Traditional => Math.Abs(raw) < Value ? 0 : raw,
        DeadzoneMethod.AdaptiveGradient => (1 - Value) * raw + Value * Math.Sign(raw),
        _ => throw new ArgumentOutOfRangeException(nameof(raw), Method, "unknown method"),
    };
}
