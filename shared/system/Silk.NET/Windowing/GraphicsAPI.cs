namespace Silk.NET.Windowing;

public struct GraphicsAPI(ContextAPI api, ContextProfile profile, ContextFlags flags, APIVersion apiVersion)
{
    public GraphicsAPI(ContextAPI api, APIVersion apiVersion)
        : this(api, ContextProfile.Core, ContextFlags.Default, apiVersion)
    {
    }

    public ContextAPI API { get; set; } = api;

    public ContextProfile Profile { get; set; } = profile;

    public ContextFlags Flags { get; set; } = flags;

    public APIVersion Version { get; set; } = apiVersion;

    public static GraphicsAPI Default =>
        new(ContextAPI.OpenGL, ContextProfile.Core, ContextFlags.ForwardCompatible, new APIVersion(3, 3));
}
