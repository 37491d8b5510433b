using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Inspecting;

/// <summary>Where the pictures of a run are, and how they were made square.</summary>
internal sealed record TrainingSet(string Folder, Fit Fit)
{
    /// <summary>
    /// What the run's configuration says; null where it says nothing, or the folder is not there any more. Only this much of it is read:
    /// the rest is the trainer's.
    /// </summary>
    public static TrainingSet? OfRun(string run)
    {
        try
        {
            using JsonDocument config = JsonDocument.Parse(File.ReadAllBytes(RunFolder.ConfigPath(run)));
            JsonElement data = config.RootElement.GetProperty("data");
            string folder = data.GetProperty("folder").GetString() ?? "";
            bool pads = data.TryGetProperty("fit", out JsonElement fit) && fit.GetString() == "pad";
            return Directory.Exists(folder) ? new TrainingSet(folder, pads ? Fit.Pad : Fit.Crop) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;    // Inspect asks for --data then
        }
    }
}
