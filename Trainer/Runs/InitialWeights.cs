using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// Starts a run from the weights of another one, or of a PyTorch <c>state_dict</c> saved as safetensors. Optimisers begin anew.
/// </summary>
/// <remarks>
/// A tensor is taken only into one of its own type and shape: by its name in a checkpoint, else by its bare name, else by the end
/// of its name (<c>netG.tconv1.weight</c>), else where it is the only one of its shape and kind left on both sides.
/// </remarks>
internal static class InitialWeights
{
    private static readonly string[] s_ours =
    [
        TensorNames.GeneratorPrefix, TensorNames.GeneratorEmaPrefix, TensorNames.DiscriminatorPrefix,
        TensorNames.GeneratorOptimizerPrefix, TensorNames.DiscriminatorOptimizerPrefix, "probe.", AugmentNames.Prefix,
    ];

    /// <summary>Opens the file that <paramref name="path"/> stands for: a run folder, one of its checkpoints, or a safetensors file of somebody else.</summary>
    /// <exception cref="BadModelException">There is none, or it cannot be read.</exception>
    public static SafetensorsFile Open(string path) => SafetensorsFile.Open(File.Exists(path) ? path : CheckpointLocator.Resolve(path).Path);

    /// <param name="path">As for <see cref="Open"/>.</param>
    /// <exception cref="BadModelException">The file cannot be read, or not one tensor of it fits.</exception>
    public static InitialMatches Load(TrainingState state, string path)
    {
        using var file = Open(path);
        var taken = new List<(string Name, string From)>();
        var anew = new List<string>();
        var left = file.Tensors.Values.Where(info => !IsOfTheRun(info.Name)).Select(info => info.Name).ToHashSet(StringComparer.Ordinal);
        bool checkpoint = left.Any(name => s_ours.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

        Take(TensorNames.GeneratorPrefix, state.Generator, file, left, checkpoint, taken, anew);
        Take(TensorNames.DiscriminatorPrefix, state.Discriminator, file, left, checkpoint, taken, anew);
        if (taken.Count == 0)
        {
            throw new BadModelException(
                $"not one of the {file.Tensors.Count} tensors of '{file.Path}' fits the networks of this run, which expects, for one, '{anew[0]}'. Set the networks' width, depth and resolution to those of the file, or train without --init.");
        }

        if (state.Average is { } average)
        {
            Take(TensorNames.GeneratorEmaPrefix, average.Generator, state, file, left);
        }

        return new InitialMatches
        {
            Source = file.Path,
            Taken = taken,
            Anew = anew,
            NotTaken = [.. left.Order(StringComparer.Ordinal).Select(name => $"{name}: {file.Tensors[name]}")],
        };
    }

    private static void Take(
        string prefix, nn.Module network, SafetensorsFile file, HashSet<string> left, bool checkpoint, List<(string Name, string From)> taken, List<string> anew)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var open = network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value);

        // From the surest way to tell which is which to the least sure; a name once given is not given again.
        Func<string, string?>[] ways =
        [
            name => left.Contains(prefix + name) ? prefix + name : null,
            name => !checkpoint && left.Contains(name) ? name : null,
            name => checkpoint ? null : Only(left.Where(other => other.EndsWith("." + name, StringComparison.Ordinal) && Fits(file, other, open[name]))),
            name => checkpoint ? null : OnlyOfItsShape(name, open, file, left),
        ];
        foreach (var way in ways)
        {
            foreach (string name in open.Keys.ToList())
            {
                if (way(name) is { } from && Fits(file, from, open[name]))
                {
                    Copy(file, from, open[name]);
                    taken.Add((prefix + name, from));
                    left.Remove(from);
                    open.Remove(name);
                }
            }
        }

        anew.AddRange(open.Select(pair => $"{prefix}{pair.Key}: {Description(pair.Value)}"));
    }

    /// <summary>The average: that of the file where all of it is there, else what the generator has become.</summary>
    private static void Take(string prefix, nn.Module average, TrainingState state, SafetensorsFile file, HashSet<string> left)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var tensors = average.state_dict();
        bool whole = tensors.All(pair => left.Contains(prefix + pair.Key) && Fits(file, prefix + pair.Key, pair.Value));
        var generator = state.Generator.state_dict();
        foreach (var (name, tensor) in tensors)
        {
            if (whole)
            {
                Copy(file, prefix + name, tensor);
            }
            else
            {
                tensor.copy_(generator[name]);
            }

            left.Remove(prefix + name);
        }
    }

    private static string? OnlyOfItsShape(string name, Dictionary<string, Tensor> open, SafetensorsFile file, HashSet<string> left)
    {
        string kind = name[(name.LastIndexOf('.') + 1)..];
        bool onlyOurs = open.Count(pair => pair.Key.EndsWith("." + kind, StringComparison.Ordinal) && pair.Value.shape.SequenceEqual(open[name].shape)) == 1;
        return onlyOurs ? Only(left.Where(other => other.EndsWith("." + kind, StringComparison.Ordinal) && Fits(file, other, open[name]))) : null;
    }

    private static string? Only(IEnumerable<string> names) => names.Take(2).ToList() is [var only] ? only : null;

    private static bool IsOfTheRun(string name) =>
        s_ours.Skip(3).Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool Fits(SafetensorsFile file, string name, Tensor tensor) =>
        file.Tensors[name].Type == TypeOf(tensor) && file.Tensors[name].Shape.AsSpan().SequenceEqual(tensor.shape);

    private static TensorType TypeOf(Tensor tensor) => tensor.dtype == int64 ? TensorType.I64 : TensorType.F32;

    private static string Description(Tensor tensor) => $"{TypeOf(tensor).Name()} [{string.Join(", ", tensor.shape)}]";

    private static void Copy(SafetensorsFile file, string name, Tensor tensor)
    {
        using var host = empty(tensor.shape, tensor.dtype);
        file.Bytes(name).CopyTo(host.bytes);
        tensor.copy_(host);
    }
}
