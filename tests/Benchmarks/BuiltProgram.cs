using System.Reflection;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>Where the build put one of our programs: beside its source, in the configuration of this one.</summary>
internal static class BuiltProgram
{
    /// <param name="project">Trainer, Viewer or Exporter.</param>
    public static BenchProcess Of(string project, params string[] arguments)
    {
        string configuration = typeof(BuiltProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Viewer.sln")))
            {
                continue;
            }

            string assembly = Path.Combine(folder.FullName, project, "bin", configuration, "net10.0", $"LatentWalk.{project}.dll");
            return File.Exists(assembly)
                ? new BenchProcess($"our {project}", "dotnet", [assembly, .. arguments])
                : throw new DeviceException($"{assembly} is not there. Build first: dotnet build -c {configuration} {project}");
        }

        throw new DeviceException($"no Viewer.sln above {AppContext.BaseDirectory}: run the benchmarks from a checkout");
    }
}
