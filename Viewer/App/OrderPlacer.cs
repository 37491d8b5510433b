using LatentWalk.Viewer.Working;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>Passes the walk's orders on to the desk, with generators in place of their names. Allocates only when an order grows.</summary>
/// <param name="desk">Who makes the pictures.</param>
/// <param name="find">The generator of a name; null while it is being opened.</param>
internal sealed class OrderPlacer(PictureDesk desk, Func<SourceRef, IPictureSource?> find)
{
    private float[] conditions = [];
    private float[] tiles = [];
    private int tileCount;
    private object? group;
    private float[]? classes;
    private long sheet;

    public void Place(PictureOrder order)
    {
        Place(PictureSlot.Face, order.Face);
        Place(PictureSlot.Other, order.Other);
        PlaceTiles(order.Tiles);
        desk.Send();
    }

    private void Place(PictureSlot slot, OrderPart part)
    {
        if (part.Count == 0)
        {
            desk.Cancel(slot);
        }
        else if (find(part.Source) is { } source && source.ZDim == part.ZDim)
        {
            desk.Order(slot, source, part.Z, Conditions(part, source), part.Truncation, part.Seed);
        }
    }

    private void PlaceTiles(OrderPart part)
    {
        if (part.Count == 0)
        {
            desk.Cancel(PictureSlot.Sheet);
            group = null;
            return;
        }

        if (find(part.Source) is not { } source || source.ZDim != part.ZDim)
        {
            return;
        }

        bool sameGroup = ReferenceEquals(group, part.Group) && tileCount == part.Count;
        if (!sameGroup || !ReferenceEquals(classes, part.Classes) || !part.Z.SequenceEqual(tiles.AsSpan(0, part.Z.Length)))
        {
            sheet++;
            Remember(part);
        }

        desk.OrderSheet(source, part.Z, Conditions(part, source), part.Count, part.Truncation, sheet, whole: sameGroup);
    }

    private void Remember(OrderPart part)
    {
        if (tiles.Length < part.Z.Length)
        {
            tiles = new float[part.Z.Length];
        }

        part.Z.CopyTo(tiles);
        tileCount = part.Count;
        group = part.Group;
        classes = part.Classes;
    }

    // One condition for all: [count, classes].
    private ReadOnlySpan<float> Conditions(OrderPart part, IPictureSource source)
    {
        int count = source.Classes;
        if (count == 0 || part.Classes.Length != count)
        {
            return [];
        }

        if (conditions.Length < part.Count * count)
        {
            conditions = new float[part.Count * count];
        }

        for (int i = 0; i < part.Count; i++)
        {
            part.Classes.CopyTo(conditions, i * count);
        }

        return conditions.AsSpan(0, part.Count * count);
    }
}
