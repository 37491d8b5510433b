using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Recording;

/// <summary>
/// The places and class weights of a file, each once: the walk compares them by reference, so what was one object when it
/// was recorded must be one object when it is played.
/// </summary>
internal sealed class WalkTables
{
    /// <summary>Numbers of all places together: a seed is short in the file and long in memory.</summary>
    private const int MostNumbers = 1 << 25;

    private readonly List<Waypoint> places = [];
    private readonly List<float[]> classes = [];
    private readonly Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);

    public WalkTables()
    {
    }

    public WalkTables(PlaceDocument[] places, string[] classes, WalkChecks checks, int zdim, int classCount, string at)
    {
        checks.Between(places.Length, 0, Math.Min(WalkRecording.MostEvents, MostNumbers / zdim), $"the length of {at}.places");
        checks.Between(classes.Length, 0, Math.Min(WalkRecording.MostEvents, MostNumbers / Math.Max(1, classCount)), $"the length of {at}.classes");
        this.places.AddRange(places.Select((item, i) => item.ToPlace(checks, zdim, $"{at}.places[{i}]")));
        this.classes.AddRange(classes.Select((item, i) => classCount == 0 && item.Length == 0
            ? []
            : checks.Floats(item, classCount, WalkChecks.LargestAmount, $"{at}.classes[{i}]")));
    }

    public PlaceDocument[] PlaceDocuments => [.. places.Select(PlaceDocument.Of)];

    public string[] ClassTexts => [.. classes.Select(weights => weights.Length == 0 ? string.Empty : Latent.ToBase64(weights))];

    public int Number(Waypoint place) => Number(place, places);

    public int Number(float[] weights) => Number(weights, classes);

    public Waypoint Place(int number, WalkChecks checks, string where) => places[checks.Between(number, 0, places.Count - 1, where)];

    public float[] Classes(int number, WalkChecks checks, string where) => classes[checks.Between(number, 0, classes.Count - 1, where)];

    private int Number<T>(T item, List<T> list)
        where T : class
    {
        if (!numbers.TryGetValue(item, out int number))
        {
            number = list.Count;
            numbers.Add(item, number);
            list.Add(item);
        }

        return number;
    }
}
