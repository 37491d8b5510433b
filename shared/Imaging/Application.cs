using System.Reflection;

namespace LatentWalk.Imaging;

/// <summary>The name that saved pictures carry.</summary>
public static class Application
{
    /// <summary>Such as <c>Latent Walk 0.1.0</c>.</summary>
    public static string NameAndVersion { get; } = "Latent Walk " + Version();

    private static string Version()
    {
        string version = typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }
}
