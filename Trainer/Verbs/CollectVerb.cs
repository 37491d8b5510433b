using System.CommandLine;
using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>collect</c>: a site → a folder of pictures and a list of where each came from.</summary>
internal static class CollectVerb
{
    public static Command Create()
    {
        var command = new Command("collect", "Gather the pictures of a site's pages, politely: one request at a time, with pauses, as its robots.txt allows. Stop and go on as you like.");
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var fields = new CollectFields(command);
        command.Add(json);
        command.SetAction(parsed =>
        {
            CollectOptions options = fields.Read(parsed);
            using var signal = new ShutdownSignal();
            CollectSummary summary = Collect(options, parsed.GetValue(fields.Folder)!, signal);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(summary, VerbJson.Default.CollectSummary));
            }

            return (int)Tell(summary, options);
        });
        return command;
    }

    private static CollectSummary Collect(CollectOptions options, string folder, ShutdownSignal signal)
    {
        ProgressLine? line = null;
        int pictures = 0;
        try
        {
            return Collector.RunAsync(options, folder, CollectWorld.Real(Talk.Info), now =>
            {
                pictures = now.Pictures;
                (line ??= Talk.Progress("collecting", now.Total)).Report(now.Done, now.Total, Counted.Of(now.Pictures, "picture"));
            }, signal.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived($"stopped; {Counted.Are(pictures, "picture")} in '{folder}'. The same command goes on from here.");
            throw;
        }
        finally
        {
            line?.Dispose();
        }
    }

    private static ExitCode Tell(CollectSummary summary, CollectOptions options)
    {
        string added = summary.NewPictures == summary.Pictures ? string.Empty : $", {summary.NewPictures} of them new";
        Talk.Info($"{Counted.Are(summary.Pictures, "picture")} in '{summary.Folder}'{added}; {summary.PagesWanted} of the {Counted.Of(summary.Pages, "page")} read had what was wanted.");
        Tell("pages", summary.RefusedPages);
        Tell("pictures", summary.RefusedPictures);
        if (summary.Failed > 0)
        {
            Talk.Warn($"{summary.Failed} addresses could not be had this time; the same command tries them again.");
        }

        if (summary.Limit is not null)
        {
            Talk.Warn($"{summary.Limit} is reached; raise it and run the command again to go on.");
        }

        Talk.Info($"Where each came from and why others were left out: {summary.Sources}");
        if (summary.Pictures > 0)
        {
            Talk.Info($"Next: lw prepare {summary.Folder} -o SET.lwset");
            return ExitCode.Ok;
        }

        throw new BadDataException($"no picture was kept. {Hint(summary, options)}");
    }

    private static void Tell(string what, IReadOnlyDictionary<string, int> counts)
    {
        foreach ((string why, int count) in counts)
        {
            Talk.Info($"  {count,7}  {what} {WhyNames.InWords(Enum.Parse<Why>(why, ignoreCase: true))} ({why})");
        }
    }

    private static string Hint(CollectSummary summary, CollectOptions options) =>
        summary.PagesWanted == 0 ? "No page was wanted: look at --must, --must-not and --picture-pages, or go deeper with --depth."
        : summary.RefusedPictures.Count == 0 ? $"The pages have no '{options.Pictures}': look at --pictures."
        : "The pages' pictures were all left out, for the reasons above; those on other hosts come with --host.";
}
