using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Verbs;

/// <summary>The options of <c>prepare</c> and of <c>doctor DIR</c>, and the record they make.</summary>
internal sealed class PrepareFields
{
    private static readonly PrepareOptions s_defaults = new();

    private readonly Option<int> _size = new("--size") { Description = "Side of the set's pictures, in pixels.", DefaultValueFactory = _ => s_defaults.Size };
    private readonly Option<string> _fit = new("--fit") { Description = "How a picture becomes a square: pad or crop; never stretched.", DefaultValueFactory = _ => "pad" };
    private readonly Option<string> _padColour = new("--pad-colour") { Description = "What to pad with: border (each picture's own border colour) or #rrggbb.", DefaultValueFactory = _ => "border" };
    private readonly Option<string> _alpha = new("--alpha") { Description = "Transparent pictures: over white, over grey, or keep (four channels).", DefaultValueFactory = _ => "white" };
    private readonly Option<string[]> _skip = new("--skip") { Description = $"Leave a step out: {string.Join(", ", StepNames.Skippable)}. May be given again; commas work too." };
    private readonly Option<string?> _detector = new("--detector") { Description = "Crop faces by this OpenCV LBP cascade (XML)." };
    private readonly Option<double> _faceMargin = new("--face-margin") { Description = "Added around a face on each side, as a part of its size.", DefaultValueFactory = _ => s_defaults.FaceMargin };
    private readonly Option<bool> _allFaces = new("--all-faces") { Description = "Every face of a picture, not only the surest." };
    private readonly Option<int> _faceMin = new("--face-min") { Description = "Smallest face looked for, in pixels.", DefaultValueFactory = _ => s_defaults.Faces.MinSide };
    private readonly Option<double> _faceScale = new("--face-scale") { Description = "From one size of face to the next.", DefaultValueFactory = _ => s_defaults.Faces.ScaleFactor };
    private readonly Option<int> _faceNeighbours = new("--face-neighbours") { Description = "A face needs more hits than this.", DefaultValueFactory = _ => s_defaults.Faces.MinNeighbours };
    private readonly Option<int?> _minSide = new("--min-side") { Description = "Step small: the shortest side that stays, in pixels; three quarters of --size if not given." };
    private readonly Option<double> _maxAspect = new("--max-aspect") { Description = "Step aspect: longer side over shorter side.", DefaultValueFactory = _ => s_defaults.MaxAspect };
    private readonly Option<double> _maxBlur = new("--max-blur") { Description = "Step blur: 0 sharp to 1 blurred.", DefaultValueFactory = _ => s_defaults.MaxBlur };
    private readonly Option<double> _minColour = new("--min-colour") { Description = "Step grey: how coloured the most coloured places must be, in levels of 255.", DefaultValueFactory = _ => s_defaults.MinColour };
    private readonly Option<double> _maxPhoto = new("--max-photo") { Description = "Step photo: 0 few and flat colours to 1 many colours and nothing flat.", DefaultValueFactory = _ => s_defaults.MaxPhoto };
    private readonly Option<double> _maxBackground = new("--max-background") { Description = "Step background: distance from the set's common backgrounds, in levels of 255.", DefaultValueFactory = _ => s_defaults.MaxBackground };
    private readonly Option<double> _backgroundShare = new("--background-share") { Description = "Step background: only where so large a part shares one.", DefaultValueFactory = _ => s_defaults.BackgroundShare };
    private readonly Option<double> _maxDuplicate = new("--max-duplicate") { Description = "Step duplicate: largest difference of corresponding parts, in levels of 255.", DefaultValueFactory = _ => s_defaults.MaxDuplicate };
    private readonly Option<bool> _faceLeft = new("--face-left") { Description = "Step turn: flip pictures that face right." };
    private readonly Option<double> _turnMargin = new("--turn-margin") { Description = "Step turn: how sure it must be, as a part of the width.", DefaultValueFactory = _ => s_defaults.TurnMargin };
    private readonly Option<bool> _mirror = new("--mirror") { Description = "Step mirror: every picture a second time, flipped." };
    private readonly Option<string> _labels = new("--labels") { Description = "auto (dataset.json, labels.csv or class folders), none, or such a file.", DefaultValueFactory = _ => s_defaults.Labels };
    private readonly Option<int> _threads = new("--threads") { Description = "Pictures at a time; 0 for one a core. The set does not depend on it.", DefaultValueFactory = _ => 0 };

    public PrepareFields(Command command)
    {
        Option[] all =
        [
            _size, _fit, _padColour, _alpha, _skip, _detector, _faceMargin, _allFaces, _faceMin, _faceScale, _faceNeighbours, _minSide, _maxAspect, _maxBlur,
            _minColour, _maxPhoto, _maxBackground, _backgroundShare, _maxDuplicate, _faceLeft, _turnMargin, _mirror, _labels, _threads,
        ];
        foreach (Option option in all)
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A word or a colour is not one that is known.</exception>
    public PrepareOptions Read(ParseResult parsed) => new()
    {
        Size = parsed.GetValue(_size),
        Fit = Word<Fit>("--fit", parsed.GetValue(_fit)!),
        PadColour = Colour(parsed.GetValue(_padColour)!),
        Alpha = Word<AlphaPolicy>("--alpha", parsed.GetValue(_alpha)!),
        Skip = Steps(parsed.GetValue(_skip) ?? []),
        Detector = parsed.GetValue(_detector),
        Faces = new DetectorOptions { ScaleFactor = parsed.GetValue(_faceScale), MinNeighbours = parsed.GetValue(_faceNeighbours), MinSide = parsed.GetValue(_faceMin) },
        FaceMargin = parsed.GetValue(_faceMargin),
        AllFaces = parsed.GetValue(_allFaces),
        MinSide = parsed.GetValue(_minSide),
        MaxAspect = parsed.GetValue(_maxAspect),
        MaxBlur = parsed.GetValue(_maxBlur),
        MinColour = parsed.GetValue(_minColour),
        MaxPhoto = parsed.GetValue(_maxPhoto),
        MaxBackground = parsed.GetValue(_maxBackground),
        BackgroundShare = parsed.GetValue(_backgroundShare),
        MaxDuplicate = parsed.GetValue(_maxDuplicate),
        FaceLeft = parsed.GetValue(_faceLeft),
        TurnMargin = parsed.GetValue(_turnMargin),
        Mirror = parsed.GetValue(_mirror),
        Labels = parsed.GetValue(_labels)!,
        Threads = parsed.GetValue(_threads),
    };

    private static T Word<T>(string option, string value)
        where T : struct, Enum
    {
        string? name = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase));
        return name is null
            ? throw new UsageException($"{option} is '{value}'; expected {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.")
            : Enum.Parse<T>(name);
    }

    private static (byte R, byte G, byte B)? Colour(string value)
    {
        if (value == "border")
        {
            return null;
        }

        bool known = value.Length == 7 && value[0] == '#' & uint.TryParse(value.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        uint rgb = known ? uint.Parse(value.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 0;
        return known ? ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb) : throw new UsageException($"--pad-colour is '{value}'; expected border or a colour such as #808080.");
    }

    private static ImmutableHashSet<PrepareStep> Steps(IEnumerable<string> words) =>
        [.. words.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(word =>
            StepNames.Skippable.Contains(word) ? StepNames.Parse(word)!.Value
                : throw new UsageException($"--skip {word}: there is no step of that name that can be left out; expected {string.Join(", ", StepNames.Skippable)}."))];
}
