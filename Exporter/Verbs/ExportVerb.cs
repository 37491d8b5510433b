using System.CommandLine;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Exporter.Card;
using LatentWalk.Exporter.Directions;
using LatentWalk.Exporter.Export;
using LatentWalk.Exporter.Triton;
using LatentWalk.Exporter.Web;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Verbs;

/// <summary><c>export</c>: a run or checkpoint → a generator file.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var command = new Command("export", "Turn a run or a checkpoint into a generator file (.onnx), verified against the trainer's own pictures. Example: lw export runs/faces -o faces.onnx");
        var source = new Argument<string>("source") { Description = "A run folder (its newest checkpoint) or a .safetensors file; for --web and --triton a generator file (.onnx), too." };
        var output = new Option<string>("--output", "-o") { Description = "The generator file to write." };
        var weights = new Option<string?>("--weights") { Description = "ema (the average over training: better pictures) or raw (the last step's). Default: ema where the run kept an average." };
        weights.AcceptOnlyFromAmong([.. WeightSet.All.Select(set => set.Name)]);
        var variant = new VariantOptions();
        var author = new Option<string?>("--author") { Description = "Stored as model_author." };
        var license = new Option<string?>("--license") { Description = "Stored as model_license." };
        var card = new Option<bool>("--card") { Description = "Also write a model card (.md) and a sheet of pictures (.png) beside the file: what it was trained on, how long, how close it came, how to use it." };
        var directions = new DirectionOptions();
        var webOptions = new WebOptions();
        var tritonOptions = new TritonOptions();
        command.Add(source);
        foreach (Option option in (Option[])[output, weights, .. variant.All, author, license, card, .. directions.All, .. webOptions.All, .. tritonOptions.All])
        {
            command.Add(option);
        }

        Option[] making = [output, weights, .. variant.All, author, license, .. directions.All];
        command.SetAction(parsed =>
        {
            OptionRules.RequireCheckpoint(parsed, parsed.GetValue(source)!, making);
            return Export(new ExportRequest
            {
                Source = parsed.GetValue(source)!,
                Output = parsed.GetValue(output),
                Card = parsed.GetValue(card),
                Directions = directions.Read(parsed),
                Web = webOptions.Read(parsed),
                Triton = tritonOptions.Read(parsed),
                Weights = WeightSet.All.FirstOrDefault(set => set.Name == parsed.GetValue(weights)),
                Options = new ExportOptions
                {
                    Graph = variant.Read(parsed),
                    Author = parsed.GetValue(author),
                    License = parsed.GetValue(license),
                },
            });
        });
        return command;
    }

    private static int Export(ExportRequest request)
    {
        ExportChecks.Require(request);
        var model = ExportedModel.Of(request);
        if (request.Output is { } output)
        {
            AtomicFile.Write(output, model.WriteTo);
            Console.Out.WriteLine(output);
            foreach (string path in request.Card ? CardExport.Write(model.Bytes, output, model.Source!) : [])
            {
                Console.Out.WriteLine(path);
            }
        }

        if (request.Web is { } web)
        {
            PageExport.Write(model, web);
            Console.Out.WriteLine(web.Folder);
        }

        if (request.Triton is { } triton)
        {
            Console.Out.WriteLine(TritonExport.Write(model, triton));
        }

        return (int)ExitCode.Ok;
    }
}
