using System.Globalization;
using System.Text;

namespace LatentWalk.Exporter.Triton;

/// <summary>
/// config.pbtxt: protobuf text of Triton's public message <c>inference.ModelConfig</c>. The comment on its second line is
/// how a later export knows the model again; all else may be edited.
/// </summary>
internal static class TritonConfig
{
    public const string FileName = "config.pbtxt";
    private const string Mark = "# latentwalk: ";
    private const int MostPreferred = 3;

    public static string Text(TritonModel model, TritonRequest request)
    {
        var text = new StringBuilder();
        text.Append("# A generator of Latent Walk for NVIDIA Triton Inference Server. Yours to edit, but for the next line:\n");
        text.Append(CultureInfo.InvariantCulture, $"{Mark}{model.Signature}\n");
        text.Append(CultureInfo.InvariantCulture, $"name: {Quote(model.Name)}\nplatform: \"onnxruntime_onnx\"\n");
        text.Append(CultureInfo.InvariantCulture, $"max_batch_size: {(model.IsBatched ? request.MaxBatch : 0)}\n");
        text.Append("\n# A client that asks for no version gets the newest.\nversion_policy { latest { num_versions: 1 } }\n\n");
        foreach (var input in model.Inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"input {Tensor(input)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"output {Tensor(model.Image)}\n");
        text.Append("\n# On every GPU where there are some, else on the CPU.\ninstance_group { count: 1 kind: KIND_AUTO }\n");
        if (model.IsBatched)
        {
            AppendBatching(text, request);
        }

        AppendAccelerator(text, request.Accelerator);
        AppendWarmups(text, model, request);
        return text.ToString();
    }

    /// <summary>The <see cref="TritonModel.Signature"/> that a configuration was written for; null in one that is not ours.</summary>
    public static string? SignatureOf(string text) =>
        text.Split('\n').Take(8).FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..].Trim();

    /// <summary>Half and quarter of the largest batch, and it: what the server waits for, no longer than the delay allows.</summary>
    internal static IReadOnlyList<int> Preferred(int largest) =>
        [.. Enumerable.Range(0, MostPreferred).Select(halvings => largest >> halvings).Where(size => size > 1).Order()];

    private static void AppendBatching(StringBuilder text, TritonRequest request)
    {
        text.Append("\n# Requests that arrive together share a run.\ndynamic_batching {\n");
        if (Preferred(request.MaxBatch) is { Count: > 0 } preferred)
        {
            text.Append(CultureInfo.InvariantCulture, $"  preferred_batch_size: [ {string.Join(", ", preferred)} ]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  max_queue_delay_microseconds: {request.QueueMicroseconds}\n}}\n");
    }

    private static void AppendAccelerator(StringBuilder text, Accelerator accelerator)
    {
        string? entry = accelerator switch
        {
            Accelerator.TensorRt => "gpu_execution_accelerator { name: \"tensorrt\" }",
            Accelerator.OpenVino => "cpu_execution_accelerator { name: \"openvino\" }",
            _ => null,
        };
        if (entry is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\noptimization {{ execution_accelerators {{ {entry} }} }}\n");
        }
    }

    // The first run of a size chooses kernels and takes memory: better before the first client than for them.
    private static void AppendWarmups(StringBuilder text, TritonModel model, TritonRequest request)
    {
        text.Append("\n# Run before the model counts as ready.\n");
        int[] sizes = !model.IsBatched || request.MaxBatch == 1 ? [1] : [1, request.MaxBatch];
        foreach (int size in sizes)
        {
            string name = size == 1 ? "the smallest run" : "the largest run";
            text.Append(CultureInfo.InvariantCulture, $"model_warmup {{\n  name: {Quote(name)}\n  batch_size: {size}\n");
            foreach (var input in model.Inputs)
            {
                string data = input == model.Inputs[0] ? "random_data: true" : "zero_data: true";
                text.Append(CultureInfo.InvariantCulture, $"  inputs {{ key: {Quote(input.Name)} value {{ data_type: TYPE_{input.Type} dims: {Dims(input)} {data} }} }}\n");
            }

            text.Append("}\n");
        }
    }

    private static string Tensor(TritonTensor tensor) =>
        $"{{ name: {Quote(tensor.Name)} data_type: TYPE_{tensor.Type} dims: {Dims(tensor)} }}";

    private static string Dims(TritonTensor tensor) => $"[ {string.Join(", ", tensor.Dims)} ]";

    // Names come from files of others: whatever is not plain is written as octal bytes, as the text format has it.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            if (value is >= 0x20 and < 0x7f and not (byte)'"' and not (byte)'\\')
            {
                quoted.Append((char)value);
            }
            else
            {
                quoted.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
            }
        }

        return quoted.Append('"').ToString();
    }
}
