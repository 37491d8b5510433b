using System.CommandLine;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Directions;

/// <summary>The options of <c>export</c> and <c>adopt</c> that say which directions a file is to have.</summary>
internal sealed class DirectionOptions
{
    private static readonly string[] Kinds = [.. Enum.GetNames<DirectionKind>().Select(name => name.ToLowerInvariant())];

    private readonly Option<string> _kind = new("--directions")
    {
        Description = "The axes to fly along: sefa (what the first layer amplifies most), pca (what the pictures differ in most), labels (towards the classes of the training pictures), none, or auto.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string?> _data = new("--data") { Description = "With --directions labels: the labelled pictures (a folder, zip or .lwset). Default: the run's own.", HelpName = "SET" };
    private readonly Option<string?> _like = new("--like") { Description = "Follow the axes of this generator file, so that they keep their meaning. Default: the file that is written over.", HelpName = "FILE" };

    public DirectionOptions() => _kind.AcceptOnlyFromAmong(Kinds);

    public IEnumerable<Option> All => [_kind, _data, _like];

    public DirectionChoice Read(ParseResult parsed) => new()
    {
        Kind = Enum.Parse<DirectionKind>(parsed.GetValue(_kind)!, ignoreCase: true),
        Data = parsed.GetValue(_data),
        Like = parsed.GetValue(_like),
    };
}
