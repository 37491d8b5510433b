using LatentWalk.Core.Errors;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.App;

/// <summary>
/// Tells the walk what becomes of its generators: newer checkpoints of a run that trains, the moments of the run, another
/// one to compare with. Main thread.
/// </summary>
/// <param name="generators">The open ones.</param>
/// <param name="background">Where another one is opened.</param>
/// <param name="provider">What runs another one.</param>
/// <param name="folders">Where others are looked for.</param>
/// <param name="tell">The walk's ear.</param>
internal sealed class GeneratorWatch(
    OpenGenerators generators, Background background, ProviderChoice provider, ModelFolders folders, Action<WalkAction> tell)
{
    private IReadOnlyList<TimelineStop>? told;
    private bool lookedForOther;

    /// <summary>Another generator is walked in.</summary>
    public void Entered()
    {
        lookedForOther = false;
        try
        {
            generators.OpenTimeline();
        }
        catch (LatentWalkException error)
        {
            tell(WalkAction.Say(error.Message));
        }
    }

    /// <summary>Compares with a generator that was asked for.</summary>
    public void Compare(GeneratorSource other)
    {
        try
        {
            generators.Compare(other);
            tell(WalkAction.SetOther(NameOf(other)));
            tell(WalkAction.SetMode(WalkMode.Compare));
        }
        catch (BadModelException error)
        {
            tell(WalkAction.Fail(error.Message));
        }
    }

    /// <summary>Call it every frame.</summary>
    public void Advance(double seconds, WalkMode mode)
    {
        if (generators.Advance(seconds) is { } problem)
        {
            tell(WalkAction.Say(problem));
        }

        // A newer checkpoint of the run that is watched: the place and the axes stay, the picture fades over.
        if (generators.TakeNewer() is { } newer)
        {
            generators.Enter(newer, follow: true);
            tell(WalkAction.Enter(newer.ToModel(null)));
            tell(WalkAction.Say($"step {newer.Info.Step}"));
        }

        if (!ReferenceEquals(told, generators.Stops))
        {
            told = generators.Stops;
            tell(WalkAction.SetStops([.. told.Select(stop => stop.Step)]));
        }

        if (mode == WalkMode.Compare && generators.Other is null && !lookedForOther)
        {
            lookedForOther = true;
            FindOther();
        }
    }

    private static string NameOf(GeneratorSource source) =>
        source.Info.Step is { } step ? $"{source.Info.Name} step {step}" : source.Info.Name;

    private void FindOther()
    {
        GeneratorSource main = generators.Main!;
        background.Start(
            () =>
            {
                GeneratorSource? other = Comparison.OpenDefault(main, folders, provider);
                return () =>
                {
                    if (other is null)
                    {
                        tell(WalkAction.Say("nothing to compare with: drop a second generator (.onnx or a run) on the window"));
                    }
                    else if (generators.Other is null)
                    {
                        Compare(other);
                    }
                    else
                    {
                        other.Dispose();    // one was dropped meanwhile
                    }
                };
            },
            error => tell(WalkAction.Fail(Background.Describe(error))));
    }
}
