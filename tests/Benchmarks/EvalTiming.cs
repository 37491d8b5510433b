using System.CommandLine;
using System.Diagnostics;

namespace LatentWalk.Benchmarks;

/// <summary>How long measuring a generator takes as a whole command, with the built-in features and the default numbers of pictures.</summary>
internal static class EvalTiming
{
    public static Command Create()
    {
        var generator = new Argument<string>("generator") { Description = "The generator file (.onnx)." };
        var data = new Argument<string>("data") { Description = "The real pictures." };
        var runs = new Option<int>("--runs") { Description = "Runs.", DefaultValueFactory = _ => 5 };
        var command = new Command("eval", "Seconds of one lw eval, and whether all runs agree to the bit.") { generator, data, runs };
        command.SetAction(parsed =>
        {
            var eval = BuiltProgram.Of("Exporter", "eval", parsed.GetValue(generator)!, "--data", parsed.GetValue(data)!, "--json");
            var seconds = new List<double>();
            var answers = new HashSet<string>();
            for (int run = 0; run < parsed.GetValue(runs); run++)
            {
                var clock = Stopwatch.StartNew();
                answers.Add(eval.Run().ToJsonString());
                seconds.Add(clock.Elapsed.TotalSeconds);
                Console.WriteLine($"  {seconds[^1]:0.0} s");
            }

            Console.WriteLine($"Median {Medians.Of(seconds):0.0} s; {(answers.Count == 1 ? "all runs agree to the bit" : $"{answers.Count} different answers")}");
            Console.WriteLine(answers.First());
            return answers.Count == 1 ? 0 : 1;
        });
        return command;
    }
}
