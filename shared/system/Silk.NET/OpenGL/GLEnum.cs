namespace Silk.NET.OpenGL;

/// <summary>The values that functions return.</summary>
public enum GLEnum
{
    NoError = 0x0,
    InvalidEnum = 0x500,
    InvalidValue = 0x501,
    InvalidOperation = 0x502,
    OutOfMemory = 0x505,
    InvalidFramebufferOperation = 0x506,
    FramebufferComplete = 0x8CD5,
    AlreadySignaled = 0x911A,
    TimeoutExpired = 0x911B,
    ConditionSatisfied = 0x911C,
    WaitFailed = 0x911D,
}
