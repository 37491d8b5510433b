namespace Silk.NET.Input;

public interface IMotor
{
    int Index { get; }

    /// <summary>0 at rest to 1.</summary>
    float Speed { get; set; }
}
