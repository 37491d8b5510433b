using System.Globalization;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Shelf;

/// <summary>
/// The main thread's side of the shelf: what is on it, what is to be put there, and the walk's favourites, which are the
/// faces of the open generator. A face that cannot be written stays here and is tried again until it can.
/// </summary>
internal sealed class ShelfDesk(WalkSession session, string outFolder, TimeProvider clock)
{
    private const double RetrySeconds = 20;

    private readonly ShelfFolder disk = new(System.IO.Path.Combine(outFolder, "shelf"));
    private readonly List<KeptPicture> unsaved = [];
    private readonly Stack<(string Name, ShelfItem Item, int Index)> removed = new();
    private IReadOnlyList<ShelfItem> saved = [];
    private IReadOnlyList<Favourite> given = [];
    private double untilRetry;
    private bool saving;

    /// <summary>In order; the ones that are not on the disk yet last.</summary>
    public IReadOnlyList<ShelfItem> Items { get; private set; } = [];

    /// <summary>Changes with <see cref="Items"/>.</summary>
    public int Version { get; private set; }

    public string Folder => disk.Path;

    public string PathOf(ShelfItem item) => disk.PathOf(item);

    /// <summary>Whether the open generator made it.</summary>
    public bool IsOwn(ShelfItem item) => session.Generator is { } generator && GeneratorIdentity.Of(generator).Made(item.Latent);

    /// <summary>Reads what other viewers and hands have done to the folder.</summary>
    public void Refresh() => Work(() => (disk.Read(), null));

    /// <summary>The face on screen goes on the shelf.</summary>
    public void Keep(int? bookmark = null)
    {
        ShownPicture face = session.Face;
        if (session.Generator is not { } generator || !ReferenceEquals(face.Source, generator))
        {
            return;
        }

        string name = PictureSaver.Name(generator.Info, face.Seed, clock.GetLocalNow());
        string shown = face.Seed is { } seed ? $"seed {seed}" : string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():d MMM HH:mm:ss}");
        unsaved.Add(new KeptPicture(
            name, shown, generator.Info.Name, bookmark,
            PictureSaver.LatentOf(generator.Info, [.. face.Z], face.C, face.Truncation, face.Seed), [.. face.Rgba], face.Width, face.Height));
        Show();
        SaveNext(announce: true);
    }

    /// <summary>Saved pictures go on the shelf, too.</summary>
    public void Import(IReadOnlyList<string> files, string generator) =>
        Work(() => (disk.Import(files, generator), files.Count == 1 ? "it is on the shelf, too" : $"{files.Count} faces are on the shelf"));

    /// <summary>The walk has other favourites than it was given: number keys made them. They go on the shelf.</summary>
    public void Follow()
    {
        IReadOnlyList<Favourite> now = session.State.Favourites;
        if (ReferenceEquals(now, given) || session.Playback.IsPlaying)
        {
            return;
        }

        IReadOnlyList<Favourite> before = given;
        given = now;
        foreach (Favourite favourite in now)
        {
            if (favourite.Bookmark is { } number && !before.Any(other => ReferenceEquals(other.Place, favourite.Place)))
            {
                Keep(number);
            }
        }
    }

    public void Advance(double seconds)
    {
        Follow();
        untilRetry -= seconds;
        if (unsaved.Count > 0 && untilRetry <= 0)
        {
            SaveNext(announce: false);
        }
    }

    /// <summary>The walk's favourites are those of the generator that is open now.</summary>
    public void Give()
    {
        if (session.Generator is null)
        {
            return;
        }

        given = [.. Items.Where(item => IsOwn(item) && Fits(item)).Select(item => item.ToFavourite(session.State.Model))];
        session.Do(WalkAction.SetFavourites(given));
    }

    /// <summary>Flies to a face; one of another generator opens that first, where it is to be found.</summary>
    public void GoTo(int index)
    {
        if (index >= Items.Count)
        {
            return;
        }

        ShelfItem item = Items[index];
        if (IsOwn(item) && Fits(item))
        {
            Favourite favourite = item.ToFavourite(session.State.Model);
            session.Show(Screen.Play);
            session.Do(WalkAction.FlyTo(favourite.Place, favourite.Truncation, favourite.Classes));
        }
        else if (!item.IsUnsaved)
        {
            session.Show(Screen.Play);
            session.Open(PathOf(item));
        }
    }

    public void Remove(int index)
    {
        if (index >= Items.Count || Items[index] is not { IsUnsaved: false } item)
        {
            return;
        }

        Work(() =>
        {
            IReadOnlyList<ShelfItem> left = disk.Remove(item, out string name);
            removed.Push((name, item, index));
            return (left, $"removed {item.Name}: Z puts it back");
        });
    }

    /// <returns>False when nothing was removed.</returns>
    public bool PutBack()
    {
        if (!removed.TryPop(out var last))
        {
            return false;
        }

        Work(() => (disk.PutBack(last.Name, last.Item, last.Index), $"{last.Item.Name} is back"));
        return true;
    }

    public void Mark(int index, int number)
    {
        if (index < Items.Count && Items[index] is { IsUnsaved: false } item)
        {
            int? bookmark = item.Bookmark == number ? null : number;
            Work(() => (disk.Mark(item, bookmark), bookmark is null ? $"{number} leads nowhere now" : $"{number} leads to {item.Name} now"));
        }
    }

    /// <summary>All of the open generator's faces (or all, where it has none) as a sprite sheet.</summary>
    public void ExportSheet()
    {
        List<ShelfItem> own = [.. Items.Where(item => !item.IsUnsaved && IsOwn(item))];
        List<(string, string)> files = [.. (own.Count > 0 ? own : Items.Where(item => !item.IsUnsaved)).Select(item => (PathOf(item), item.Name))];
        if (files.Count == 0)
        {
            session.Say("the shelf is empty: K keeps a face");
            return;
        }

        string path = System.IO.Path.Combine(outFolder, string.Create(CultureInfo.InvariantCulture, $"sheet-{clock.GetLocalNow():yyyyMMdd-HHmmss}.png"));
        session.Background.Start(
            () =>
            {
                int count = ShelfSheet.Write(files, path);
                return () => session.Say($"{count} faces on {System.IO.Path.GetFileName(path)} (and .json)\nin {outFolder}");
            },
            Fail);
    }

    /// <summary>The program ends: what is not on the disk yet goes there now, or at least somewhere.</summary>
    public void Finish()
    {
        foreach (KeptPicture picture in unsaved)
        {
            try
            {
                disk.Keep(picture);
            }
            catch (LatentWalkException error)
            {
                string other = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{picture.FileName}.png");
                Talk.Warn(error.Message);
                try
                {
                    PngFile.Write(other, picture.Rgba, picture.Width, picture.Height, picture.Latent);
                    Talk.Warn($"the face {picture.Name} was saved as {other} instead.");
                }
                catch (DiskException second)
                {
                    Talk.Warn(second.Message);
                }
            }
        }

        unsaved.Clear();
    }

    private bool Fits(ShelfItem item) => item.Latent.Z is null || item.Latent.Z.Length == session.State.Model.ZDim;

    private void SaveNext(bool announce)
    {
        untilRetry = RetrySeconds;
        if (saving || unsaved.Count == 0)
        {
            return;
        }

        saving = true;
        KeptPicture picture = unsaved[0];
        session.Background.Start(
            () =>
            {
                IReadOnlyList<ShelfItem> items = disk.Keep(picture);
                return () =>
                {
                    saving = false;
                    unsaved.Remove(picture);
                    Take(items);
                    session.Say(picture.Bookmark is { } number
                        ? $"{number} leads to this face now; it is on the shelf ({items.Count})"
                        : $"kept on the shelf ({items.Count})");
                    SaveNext(announce);
                };
            },
            error =>
            {
                saving = false;
                if (announce)
                {
                    session.Do(WalkAction.Fail($"{Background.Describe(error)} The face is kept in memory, and is tried again."));
                }
            });
    }

    private void Work(Func<(IReadOnlyList<ShelfItem> Items, string? Said)> work) => session.Background.Start(
        () =>
        {
            (IReadOnlyList<ShelfItem> items, string? said) = work();
            return () =>
            {
                Take(items);
                if (said is not null)
                {
                    session.Say(said);
                }
            };
        },
        Fail);

    private void Fail(Exception error) => session.Do(WalkAction.Fail(Background.Describe(error)));

    private void Take(IReadOnlyList<ShelfItem> items)
    {
        saved = items;
        Show();
        Give();
    }

    private void Show()
    {
        Items = [.. saved, .. unsaved.Select(Waiting)];
        Version++;
    }

    private static ShelfItem Waiting(KeptPicture picture)
    {
        byte[] thumbnail = new byte[Graphics.ThumbnailAtlas.Side * Graphics.ThumbnailAtlas.Side * 4];
        Graphics.ThumbnailAtlas.Reduce(picture.Rgba, picture.Width, picture.Height, thumbnail);
        return new ShelfItem(
            picture.FileName, picture.Name, picture.Generator, picture.Bookmark, picture.Latent,
            new Waypoint(picture.Latent.Z!, picture.Latent.Seed), thumbnail) { IsUnsaved = true };
    }
}
