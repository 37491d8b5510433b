using System.CommandLine;
using LatentWalk.Exporter.Export;

namespace LatentWalk.Exporter.Triton;

/// <summary>The options of <c>export</c> that make a model repository.</summary>
internal sealed class TritonOptions
{
    private const int LargestBatch = 4096;
    private const int LongestMicroseconds = 10_000_000;

    private static readonly Dictionary<string, Accelerator> Accelerators = new()
    {
        ["none"] = Accelerator.None,
        ["tensorrt"] = Accelerator.TensorRt,
        ["openvino"] = Accelerator.OpenVino,
    };

    private readonly Option<string?> _folder = new("--triton") { Description = "Write a model repository for NVIDIA Triton Inference Server, or add a version to it.", HelpName = "DIR" };
    private readonly Option<int> _maxBatch = new("--max-batch") { Description = "With --triton: the most pictures of one run.", DefaultValueFactory = _ => 64 };
    private readonly Option<int> _queue = new("--queue-us") { Description = "With --triton: how many microseconds a request may wait for others to share a run.", DefaultValueFactory = _ => 2000 };
    private readonly Option<string> _accelerator = new("--accelerator") { Description = "With --triton: what ONNX Runtime hands the graph on to, tensorrt on GPUs or openvino on CPUs.", DefaultValueFactory = _ => "none" };

    public TritonOptions()
    {
        _accelerator.AcceptOnlyFromAmong([.. Accelerators.Keys]);
        Require(_maxBatch, 1, LargestBatch);
        Require(_queue, 0, LongestMicroseconds);
    }

    public IEnumerable<Option> All => [_folder, .. Rest];

    private IEnumerable<Option> Rest => [_maxBatch, _queue, _accelerator];

    /// <summary>Null where no repository is asked for.</summary>
    public TritonRequest? Read(ParseResult parsed)
    {
        OptionRules.RequireMaster(parsed, _folder, Rest);
        string? folder = parsed.GetValue(_folder);
        return folder is null
            ? null
            : new TritonRequest
            {
                Folder = folder,
                MaxBatch = parsed.GetValue(_maxBatch),
                QueueMicroseconds = parsed.GetValue(_queue),
                Accelerator = Accelerators[parsed.GetValue(_accelerator)!],
            };
    }

    private static void Require(Option<int> option, int lowest, int highest) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is var value && (value < lowest || value > highest))
        {
            result.AddError($"{option.Name} is {value}, expected {lowest} to {highest}");
        }
    });
}
