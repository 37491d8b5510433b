namespace LatentWalk.Viewer.Tests.App;

/// <summary>What goes wrong under a walk.</summary>
internal enum SessionFault
{
    ProviderThrows,
    ProviderMakesNan,
    ProviderHangs,
    ProviderAndCpuFail,
    GraphicsAreLost,
    GeneratorVanishes,
    GeneratorIsCutOff,
    GeneratorIsGarbage,
    DiskIsFull,
    FolderIsNoFolder,
    GamepadIsUnplugged,
}
