using System.Globalization;
using System.Text.RegularExpressions;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Exporter.Adopt;

/// <summary>
/// The layout that PyTorch's DCGAN example made common: one sequence of transposed convolutions 4×4, batch norms and
/// activations, numbered from 0 with gaps where an activation has no weights: <c>main.0.weight</c>, <c>main.1.weight</c>,
/// <c>main.1.running_mean</c>, <c>main.3.weight</c>, … Everything but the activations follows from the shapes.
/// </summary>
internal static partial class DcganLayout
{
    public const string Name = "dcgan";

    [GeneratedRegex(@"^(?<prefix>.*?)(?<index>\d{1,4})\.(?<part>weight|bias|running_mean|running_var|num_batches_tracked)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TensorName { get; }

    /// <summary>Whether a file of weights looks like one, without a word about what is wrong with it.</summary>
    public static bool Recognises(SafetensorsFile file)
    {
        try
        {
            Plan(file, 0);
            return true;
        }
        catch (BadModelException)
        {
            return false;
        }
    }

    /// <exception cref="BadModelException">It is another network; lists what matched and what did not.</exception>
    public static DcganNetwork Read(SafetensorsFile file, float leakySlope)
    {
        var (spec, matched) = Plan(file, leakySlope);
        var weights = matched
            .Where(pair => !pair.Ours.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal) && pair.Ours.Length > 0)
            .ToDictionary(pair => pair.Ours, pair => file.Floats(pair.Theirs), StringComparer.Ordinal);

        // The example gives no layer a bias; a graph has one everywhere.
        foreach (var (name, shape) in TensorNames.Of(spec).Where(tensor => tensor.Name.EndsWith(TensorNames.Bias, StringComparison.Ordinal)))
        {
            weights.TryAdd(name, new float[shape[0]]);
        }

        foreach (var (layer, bias) in Shifts(matched))
        {
            // A bias before batch norm moves what its mean is taken from.
            float[] mean = weights[TensorNames.BatchNorm(layer) + TensorNames.RunningMean], shift = file.Floats(bias);
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] -= shift[i];
            }
        }

        return new DcganNetwork(spec, weights, [.. matched.Select(pair => (pair.Theirs, pair.Ours.Length > 0 ? pair.Ours : "taken into the batch norm that follows"))]);
    }

    /// <summary>What the network would be, from names and shapes alone.</summary>
    public static GeneratorSpec Describe(SafetensorsFile file) => Plan(file, 0).Spec;

    private static IEnumerable<(int Layer, string Bias)> Shifts(IReadOnlyList<(string Theirs, string Ours)> matched)
    {
        int layer = 0;
        foreach (var (theirs, ours) in matched)
        {
            layer += ours.StartsWith("tconv", StringComparison.Ordinal) && ours.EndsWith(TensorNames.Weight, StringComparison.Ordinal) ? 1 : 0;
            if (ours.Length == 0)
            {
                yield return (layer, theirs);
            }
        }
    }

    private static (GeneratorSpec Spec, IReadOnlyList<(string Theirs, string Ours)> Matched) Plan(SafetensorsFile file, float leakySlope)
    {
        var parts = new SortedDictionary<int, Dictionary<string, string>>();
        var left = new List<string>();
        string? prefix = null;
        foreach (string name in file.Tensors.Keys.Order(StringComparer.Ordinal))
        {
            var match = TensorName.Match(name);
            prefix ??= match.Success ? match.Groups["prefix"].Value : null;
            if (!match.Success || match.Groups["prefix"].Value != prefix)
            {
                left.Add(name);
                continue;
            }

            int index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
            parts.TryAdd(index, new Dictionary<string, string>(StringComparer.Ordinal));
            parts[index][match.Groups["part"].Value] = name;
        }

        var layers = new List<(Dictionary<string, string> Convolution, Dictionary<string, string>? Norm)>();
        foreach (var part in parts.Values)
        {
            if (part.TryGetValue("weight", out string? weight) && file.Tensors[weight].Shape.Length == 4 && !part.ContainsKey("running_mean") && !part.ContainsKey("running_var"))
            {
                layers.Add((part, null));
            }
            else if (layers.Count > 0 && layers[^1].Norm is null && (part.ContainsKey("running_mean") || part.ContainsKey("running_var")))
            {
                layers[^1] = (layers[^1].Convolution, part);
            }
            else
            {
                left.AddRange(part.Values);
            }
        }

        var spec = SpecOf(file, layers, leakySlope, left);
        var matched = new List<(string, string)>();
        for (int i = 0; i < layers.Count; i++)
        {
            Match(file, spec, i + 1, layers[i].Convolution, layers[i].Norm, matched, left);
        }

        return left.Count == 0 ? (spec, matched) : throw Wrong(file, $"{matched.Count} of {file.Tensors.Count} tensors matched, these did not: {Listed(left)}");
    }

    private static GeneratorSpec SpecOf(SafetensorsFile file, List<(Dictionary<string, string> Convolution, Dictionary<string, string>? Norm)> layers, float leakySlope, List<string> left)
    {
        long[][] shapes = [.. layers.Select(layer => file.Tensors[layer.Convolution["weight"]].Shape)];
        string chain = shapes.Length == 0 ? "no 4-dimensional weight at all" : string.Join(", ", shapes.Select(shape => $"[{string.Join(", ", shape)}]"));
        if (shapes.Length < 3 || shapes.Any(shape => shape[2] != 4 || shape[3] != 4) || shapes.Zip(shapes.Skip(1)).Any(pair => pair.First[1] != pair.Second[0]))
        {
            throw Wrong(file, $"its convolutions are {chain}, expected three or more of [in, out, 4, 4], each one's out the next one's in{(left.Count > 0 ? $"; other tensors: {Listed(left)}" : "")}");
        }

        bool halves = shapes.Take(shapes.Length - 1).Zip(shapes.Skip(1).Take(shapes.Length - 2)).All(pair => pair.First[1] == 2 * pair.Second[1]);
        int normalised = layers.Count(layer => layer.Norm is not null);
        if (!halves || shapes[^1][1] is not (1 or 3))
        {
            throw Wrong(file, $"its convolutions are {chain}, expected each layer to have half the filters of the one before, and the last one 1 or 3");
        }

        if (layers[^1].Norm is not null || (normalised != 0 && normalised != layers.Count - 1))
        {
            throw Wrong(file, $"{normalised} of its {layers.Count} convolutions are followed by batch norm, expected all but the last, or none");
        }

        var spec = new GeneratorSpec
        {
            ZDim = (int)Math.Min(shapes[0][0], int.MaxValue),
            Resolution = 1 << (layers.Count + 1),
            Channels = (int)shapes[^1][1],
            Width = (int)Math.Min(shapes[^2][1], int.MaxValue),
            BatchNorm = normalised > 0,
            LeakySlope = leakySlope,
            Tanh = true,
        };
        var problems = spec.Validate();
        return problems.Count == 0 ? spec : throw Wrong(file, string.Join("; ", problems));
    }

    private static void Match(
        SafetensorsFile file, GeneratorSpec spec, int layer, Dictionary<string, string> convolution, Dictionary<string, string>? norm, List<(string, string)> matched, List<string> left)
    {
        string ours = TensorNames.TransposedConvolution(layer);
        bool normalised = TensorNames.HasBatchNorm(spec, layer);
        long outputs = spec.OutputChannels(layer);
        matched.Add((convolution["weight"], ours + TensorNames.Weight));
        if (convolution.TryGetValue("bias", out string? bias))
        {
            Require(file, bias, outputs);
            matched.Add((bias, normalised ? "" : ours + TensorNames.Bias));
        }

        foreach (var (part, name) in convolution.Where(pair => pair.Key is not ("weight" or "bias")))
        {
            left.Add(name);
        }

        if (norm is null)
        {
            return;
        }

        foreach (string part in (string[])["weight", "bias", "running_mean", "running_var", "num_batches_tracked"])
        {
            if (norm.TryGetValue(part, out string? name))
            {
                matched.Add((name, $"{TensorNames.BatchNorm(layer)}.{part}"));
                if (part != "num_batches_tracked")
                {
                    Require(file, name, outputs);
                }
            }
            else if (part != "num_batches_tracked")
            {
                throw Wrong(file, $"the batch norm of layer {layer} has no '{part}'");
            }
        }
    }

    private static void Require(SafetensorsFile file, string name, long length)
    {
        long[] shape = file.Tensors[name].Shape;
        if (shape is not [var found] || found != length)
        {
            throw Wrong(file, $"'{name}' has shape [{string.Join(", ", shape)}], expected [{length}]");
        }
    }

    private static string Listed(List<string> names)
    {
        const int shown = 8;
        return string.Join(", ", names.Take(shown).Select(name => $"'{name}'")) + (names.Count > shown ? $" and {names.Count - shown} more" : "");
    }

    private static BadModelException Wrong(SafetensorsFile file, string problem) =>
        new($"'{file.Path}' is not a generator in the layout of --arch {Name}: {problem}.");
}
