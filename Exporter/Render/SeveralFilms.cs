using LatentWalk.Filming;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render;

/// <summary>The same pictures into each of several films.</summary>
internal sealed class SeveralFilms(IReadOnlyList<IFilm> films) : IFilm
{
    public bool Has(int frame, PictureLatent? latent) => films.All(film => film.Has(frame, latent));

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent)
    {
        foreach (var film in films)
        {
            film.Add(frame, rgba, latent);
        }
    }

    public void Finish()
    {
        foreach (var film in films)
        {
            film.Finish();
        }
    }

    public void Dispose()
    {
        foreach (var film in films)
        {
            film.Dispose();
        }
    }
}
