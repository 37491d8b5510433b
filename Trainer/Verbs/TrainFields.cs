using System.CommandLine;
using LatentWalk.Trainer.Options;

namespace LatentWalk.Trainer.Verbs;

/// <summary>The options of <c>train</c> that set a field of the configuration: short ones, and one for every field by its path.</summary>
internal sealed class TrainFields
{
    private static readonly (string Option, string Path, string Description)[] Short =
    [
        ("--data", "data.folder", "The pictures: a folder (searched with its subfolders), a zip, or a set made by lw prepare."),
        ("--steps", "steps", "The step to train to."),
        ("--init", "init", "Weights to begin with: a run, a checkpoint, or a PyTorch state_dict as safetensors."),
        ("--seed", "seed", "The seed of every random number."),
        ("--batch", "batch", "Pictures in a batch."),
        ("--fit", "data.fit", "What makes a picture square: crop or pad."),
        ("--threads", "machine.threads", "Threads; 0 for one a physical core."),
        ("--device", "machine.device", "auto, cpu or cuda."),
        ("--checkpoint-every", "output.checkpointEvery", "Steps between checkpoints."),
        ("--sample-every", "output.sampleEvery", "Steps between sample sheets beyond the usual ones; 0 for none."),
    ];

    private static readonly (string Option, string Path, string Description)[] Switches =
    [
        ("--mirror", "data.mirror", "Show each picture mirrored half of the time."),
        ("--auto-balance", "guards.autoBalance", "Turn knobs when one network has the upper hand, instead of only saying which."),
        ("--until-plateau", "guards.untilPlateau", "Stop when the pictures have not come closer to the data for a long time."),
    ];

    private readonly List<(string Path, Option<string> Option)> _options = [];
    private readonly List<(string Path, Option<bool> Option)> _switches = [];

    private TrainFields()
    {
    }

    public static TrainFields AddTo(Command command)
    {
        var fields = new TrainFields();
        foreach (var (name, path, description) in Short)
        {
            fields.Add(command, new Option<string>(name) { Description = description, HelpName = path[(path.LastIndexOf('.') + 1)..] }, path);
        }

        foreach (var (name, path, description) in Switches)
        {
            var option = new Option<bool>(name) { Description = description };
            command.Add(option);
            fields._switches.Add((path, option));
        }

        foreach (var (path, value) in ConfigFields.Of(Presets.Named(TrainingRequest.DefaultPreset)))
        {
            if (path.Contains('.') && path is not ("data.fingerprint" or "data.pictures"))
            {
                fields.Add(command, new Option<string>("--" + path) { Description = $"Field of config.json; {(value.Length == 0 ? "empty" : value)} in {TrainingRequest.DefaultPreset}.", HelpName = "value" }, path);
            }
        }

        return fields;
    }

    /// <summary>The fields that the command line sets.</summary>
    public IReadOnlyList<(string Path, string Value)> Read(ParseResult parsed)
    {
        var changes = _options.Where(field => parsed.GetResult(field.Option) is not null)
            .Select(field => (field.Path, parsed.GetValue(field.Option)!)).ToList();
        changes.AddRange(_switches.Where(field => parsed.GetValue(field.Option)).Select(field => (field.Path, "true")));
        return changes;
    }

    private void Add(Command command, Option<string> option, string path)
    {
        command.Add(option);
        _options.Add((path, option));
    }
}
