namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>Command lines of a tiny run.</summary>
internal static class TrainCommand
{
    public static string[] New(string data, string run, string preset, params string[] more) =>
    [
        "train", "--data", data, "--run", run, "--preset", preset,
        .. Tiny.Changes.SelectMany(change => new[] { "--" + change.Path, change.Value }), .. more,
    ];

    public static string[] Resume(string run, params string[] more) => ["train", "--run", run, "--resume", .. more];
}
