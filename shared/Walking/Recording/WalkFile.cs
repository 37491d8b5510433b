using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Walking.Recording;

/// <summary><c>*.walk.json</c>: strict JSON, read as a whole and checked before anything of it is used.</summary>
public static class WalkFile
{
    public const string Ending = ".walk.json";

    private const int Version = 1;
    private const string RecordingKind = "recording";
    private const string JourneyKind = "journey";
    private const long MostBytes = 256L << 20;

    /// <exception cref="DiskException">It could not be written; what was there before is as it was.</exception>
    public static void Save(string path, WalkRecording recording) => Save(path, DocumentOf(recording));

    /// <inheritdoc cref="Save(string, WalkRecording)"/>
    public static void Save(string path, PlannedJourney journey) => Save(path, DocumentOf(journey));

    /// <summary>The same text for the same recording.</summary>
    public static string Serialize(WalkRecording recording) =>
        JsonSerializer.Serialize(DocumentOf(recording), WalkJsonContext.Default.WalkDocument);

    /// <inheritdoc cref="Serialize(WalkRecording)"/>
    public static string Serialize(PlannedJourney journey) =>
        JsonSerializer.Serialize(DocumentOf(journey), WalkJsonContext.Default.WalkDocument);

    /// <exception cref="BadDataException">It cannot be read, or is no walk.</exception>
    public static Walk Load(string path) => Parse(ReadText(path), path);

    /// <param name="source">The file, for messages.</param>
    /// <exception cref="BadDataException">Not strict JSON of this version, or a walk that cannot be.</exception>
    public static Walk Parse(string json, string source)
    {
        WalkChecks checks = new(source);
        WalkDocument document = StrictJson.TryParse(json, WalkJsonContext.Default.WalkDocument, out string? problem)
            ?? throw checks.Refuse(problem!);
        if (document.Version != Version)
        {
            throw checks.Refuse($"version {document.Version} where {Version} was expected");
        }

        WalkOrigin origin = document.Generator.ToOrigin(checks);
        return document switch
        {
            { Kind: RecordingKind, Recording: { } recording, Journey: null } => new Walk(recording.ToRecording(origin, checks), null),
            { Kind: JourneyKind, Journey: { } journey, Recording: null } => new Walk(null, journey.ToJourney(origin, checks)),
            { Kind: RecordingKind } => throw checks.Refuse(document.Journey is null ? "missing key 'recording' in $" : "a recording has no 'journey'"),
            { Kind: JourneyKind } => throw checks.Refuse(document.Recording is null ? "missing key 'journey' in $" : "a journey has no 'recording'"),
            _ => throw checks.Refuse($"kind is '{checks.Text(document.Kind, "kind")}'; expected '{RecordingKind}' or '{JourneyKind}'"),
        };
    }

    private static WalkDocument DocumentOf(WalkRecording recording) => new()
    {
        Version = Version,
        Kind = RecordingKind,
        App = "Latent Walk",
        Generator = OriginDocument.Of(recording.Origin),
        Recording = RecordingDocument.Of(recording),
    };

    private static WalkDocument DocumentOf(PlannedJourney journey) => new()
    {
        Version = Version,
        Kind = JourneyKind,
        App = "Latent Walk",
        Generator = OriginDocument.Of(journey.Origin),
        Journey = PlannedDocument.Of(journey),
    };

    private static void Save(string path, WalkDocument document)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, WalkJsonContext.Default.WalkDocument);
        AtomicFile.Write(path, stream => stream.Write(json));
    }

    private static string ReadText(string path)
    {
        try
        {
            long length = new FileInfo(path).Length;
            return length <= MostBytes
                ? File.ReadAllText(path)
                : throw new WalkChecks(path).Refuse($"it has {length} bytes; at most {MostBytes} are read");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadDataException($"there is no walk '{path}'. Check the path.", error);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw new BadDataException($"cannot read the walk '{path}': {error.Message.TrimEnd('.')}. Check that you may read the file.", error);
        }
    }
}
