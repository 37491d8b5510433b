using System.Globalization;
using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Triton;

/// <summary>
/// An NVIDIA Triton model repository: DIR/NAME/config.pbtxt and DIR/NAME/VERSION/model.onnx. A version appears whole, by a
/// rename: a server that polls the folder sees a model without versions for a moment, and never a part of one. What a crash
/// leaves, the next export completes.
/// </summary>
internal static class TritonRepository
{
    public const string ModelName = "model.onnx";
    private const int Attempts = 5;

    private static readonly InferenceSettings OnCpu = new() { Provider = ProviderChoice.Cpu, BusyWait = false };

    /// <param name="bytes">A whole generator file, known to be good.</param>
    /// <param name="name">Of the generator, without ending.</param>
    /// <param name="request">Where to, and how to batch.</param>
    /// <exception cref="UsageException">There is another model of that name.</exception>
    public static TritonVersion Write(byte[] bytes, string name, TritonRequest request)
    {
        string served = ServedName(name);
        using var session = GeneratorSession.Open(bytes, name + ".onnx", OnCpu);
        var model = TritonModel.Of(session.Info, served);
        string folder = Path.Combine(request.Folder, served);
        try
        {
            if (Path.Exists(folder) && !IsLeftover(folder))
            {
                RequireSameModel(folder, model);
            }
            else
            {
                Directory.CreateDirectory(folder);
                AtomicFile.WriteText(Path.Combine(folder, TritonConfig.FileName), TritonConfig.Text(model, request));
            }

            return AddVersion(folder, model, bytes);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write the model to", folder, error);
        }
    }

    /// <summary>The newest version's file of a generator; null where there is none.</summary>
    public static string? NewestOf(string repository, string name)
    {
        string folder = Path.Combine(repository, ServedName(name));
        int newest = Directory.Exists(folder) ? Versions(folder).DefaultIfEmpty(0).Max() : 0;
        string file = Path.Combine(folder, Number(newest), ModelName);
        return newest > 0 && File.Exists(file) ? file : null;
    }

    /// <summary>A name that is a folder, a part of an address and a word in a configuration everywhere.</summary>
    internal static string ServedName(string name)
    {
        char[] plain = [.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')];
        string served = new string(plain).Trim('.', '-');
        return served.Length > 0 ? served : "generator";
    }

    private static TritonVersion AddVersion(string folder, TritonModel model, byte[] bytes)
    {
        for (int attempt = 1; ; attempt++)
        {
            int newest = Versions(folder).DefaultIfEmpty(0).Max();
            if (newest > 0 && HasBytes(Path.Combine(folder, Number(newest), ModelName), bytes))
            {
                return new TritonVersion(model.Name, folder, newest, IsNew: false);
            }

            // Folders that are no numbers are not looked at by a server.
            using var staged = new StagedFolder(folder);
            AtomicFile.Write(Path.Combine(staged.Path, ModelName), stream => stream.Write(bytes));
            string version = Path.Combine(folder, Number(newest + 1));
            try
            {
                staged.MoveTo(version);
                return new TritonVersion(model.Name, folder, newest + 1, IsNew: true);
            }
            catch (IOException) when (Directory.Exists(version) && attempt < Attempts)
            {
                // Another export took that number a moment ago; the next one is ours.
            }
        }
    }

    // The configuration is the first thing written; without it a crash leaves nothing but temporary files.
    private static bool IsLeftover(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFileSystemEntries(folder).All(entry => Path.GetFileName(entry).StartsWith(".lw-", StringComparison.Ordinal));

    private static void RequireSameModel(string folder, TritonModel model)
    {
        string config = Path.Combine(folder, TritonConfig.FileName);
        string? signature = File.Exists(config) ? TritonConfig.SignatureOf(File.ReadAllText(config)) : null;
        if (signature is null)
        {
            throw new UsageException($"'{folder}' is there and is not a model that Latent Walk wrote (no '# latentwalk:' line in a {TritonConfig.FileName}); choose another folder for --triton, or export under another name with -o.");
        }

        if (signature != model.Signature)
        {
            throw new UsageException($"'{folder}' holds another model: its {TritonConfig.FileName} says {signature}, this one is {model.Signature}. Versions share one configuration; export under another name with -o, or to another folder.");
        }
    }

    private static IEnumerable<int> Versions(string folder) =>
        Directory.GetDirectories(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name.All(char.IsAsciiDigit) && name[0] != '0')
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out int number) ? number : 0);

    private static bool HasBytes(string path, byte[] bytes)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != bytes.Length)
        {
            return false;
        }

        using var file = File.OpenRead(path);
        return SHA256.HashData(file).AsSpan().SequenceEqual(SHA256.HashData(bytes));
    }

    private static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);
}
