namespace Silk.NET.Input;

public enum DeadzoneMethod
{
    /// <summary>What is shorter than the zone is 0, the rest as it is.</summary>
    Traditional = 0,

    /// <summary>What is left beside the zone takes the whole range.</summary>
    AdaptiveGradient = 1,
}
