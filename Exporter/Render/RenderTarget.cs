using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Exporter.Render.Sprites;
using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render;

/// <summary>Where the pictures of a request go.</summary>
/// <param name="Film">The caller's to dispose.</param>
/// <param name="Files">For the user: the files, or the folder of many.</param>
/// <param name="What">One word for the progress line.</param>
internal sealed record RenderTarget(IFilm Film, IReadOnlyList<string> Files, string What)
{
    private const string PngEnding = ".png";

    /// <summary>Whether the output is one picture by its name.</summary>
    public static bool NamesPicture(RenderRequest request) =>
        string.Equals(Path.GetExtension(request.Output), PngEnding, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UsageException">What was asked for does not fit.</exception>
    /// <exception cref="DiskException">The folder cannot be made.</exception>
    public static RenderTarget Open(RenderRequest request, RenderSubject subject, FilmSettings settings, string model)
    {
        bool named = NamesPicture(request);
        switch (request.Kind)
        {
            case RenderKind.Sheet:
                string sheet = named ? request.Output : Path.Combine(request.Output, "sheet.png");
                return new RenderTarget(WithFolder(sheet, () => new SheetFilm(sheet, settings, request.Columns, request.Ground)), [sheet], "sheet");
            case RenderKind.Sprites:
                return Sprites(request, subject, settings, model);
            default:
                return request.Moves ? Films(request, settings) : Stills(request, subject, settings, named);
        }
    }

    private static RenderTarget Stills(RenderRequest request, RenderSubject subject, FilmSettings settings, bool named)
    {
        string folder = named ? Path.GetDirectoryName(Path.GetFullPath(request.Output))! : request.Output;
        string NameOf(int picture) => named ? Path.GetFileName(request.Output) : subject.NameOf(picture) + PngEnding;
        var own = request.Pictures.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; own.Count > 0 && i < settings.Frames; i++)
        {
            string target = Path.Combine(folder, NameOf(i));
            if (own.Contains(Path.GetFullPath(target)))
            {
                throw new UsageException($"'{target}' would be written over the picture that it is made of; choose another place with -o.");
            }
        }

        string said = settings.Frames > 1 ? request.Output : Path.Combine(named ? Path.GetDirectoryName(request.Output)! : folder, NameOf(0));
        return new RenderTarget(Filming.Film.OpenFolder(folder, settings, NameOf), [said], "pictures");
    }

    private static RenderTarget Films(RenderRequest request, FilmSettings settings)
    {
        if (Filming.Film.FormatOf(request.Output) is not FilmFormat.Frames)
        {
            return new RenderTarget(Filming.Film.Open(request.Output, settings), [request.Output], "film");
        }

        string stem = Path.Combine(request.Output, request.LoopSeconds is null ? "film" : "loop");
        string[] files = [.. request.Films.Distinct().Order().Select(format => format == FilmFormat.Frames ? request.Output : $"{stem}.{format.ToString().ToLowerInvariant()}")];
        var films = new List<IFilm>();
        try
        {
            // A folder of frames comes first: when it is opened it sweeps what a crash left, which the others' beginnings look like.
            films.AddRange(files.Select(file => file == request.Output
                ? Filming.Film.OpenFolder(file, settings, Filming.Film.NameOfFrame)
                : Filming.Film.Open(file, settings)));
            return new RenderTarget(films.Count == 1 ? films[0] : new SeveralFilms(films), files, request.LoopSeconds is null ? "film" : "loop");
        }
        catch
        {
            films.ForEach(film => film.Dispose());
            throw;
        }
    }

    private static RenderTarget Sprites(RenderRequest request, RenderSubject subject, FilmSettings settings, string model)
    {
        bool named = NamesPicture(request) || string.Equals(Path.GetExtension(request.Output), ".json", StringComparison.OrdinalIgnoreCase);
        string stem = named ? Path.ChangeExtension(request.Output, null) : Path.Combine(request.Output, "sprites");
        var plan = new SpriteSheetPlan(
            stem,
            new SpriteLayout(settings.Frames, settings.Width, settings.Height, request.Columns, request.Sprites),
            settings.Frames,
            settings.Width,
            settings.Height,
            request.Sprites.Extrude ?? 0,
            subject.NameOf,
            request.Sprites.AsArray ?? false,
            request.Moves ? settings.FramesPerSecond : null,
            model);
        string[] files = [.. Enumerable.Range(0, plan.Layout.Pages).SelectMany(page => new[] { plan.PictureOf(page), plan.AtlasOf(page) })];
        return new RenderTarget(WithFolder(files[0], () => new SpriteFilm(plan)), files, "sprites");
    }

    // What does not fit is said before a folder is made for it.
    private static IFilm WithFolder(string path, Func<IFilm> open)
    {
        var film = open();
        Folders.MakeFor(path);
        return film;
    }
}
