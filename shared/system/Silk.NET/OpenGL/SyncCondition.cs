namespace Silk.NET.OpenGL;

public enum SyncCondition
{
    SyncGpuCommandsComplete = 0x9117,
}
