using System.CommandLine;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Doctor;
using Command = System.CommandLine.Command;

namespace LatentWalk.Viewer.Verbs;

/// <summary><c>doctor</c>: what walking would run on.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("doctor", "What this machine has for walking: display, OpenGL, providers, disk, libraries.") { json };
        command.SetAction(parsed =>
        {
            MachineReport report = Machine.Examine(ViewVerb.PicturesFolder());
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(report, VerbJson.Default.MachineReport));
                return (int)ExitCode.Ok;
            }

            foreach ((string name, string value) in ReportLines.Of(report))
            {
                Console.WriteLine($"{name,-22}{value}");
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
