using LatentWalk.Exporter.Render.Sprites;
using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render;

/// <summary>Which requests make sense.</summary>
internal static class RenderRules
{
    /// <summary>Every problem at once, each as one clause that names the option and what to do.</summary>
    public static IReadOnlyList<string> Problems(RenderRequest request)
    {
        var problems = new List<string>();
        Inputs(problems, request);
        Ranges(problems, request);
        Motion(problems, request);
        Outputs(problems, request);
        return problems;
    }

    private static void Inputs(List<string> problems, RenderRequest request)
    {
        bool seeds = request.Seeds is not null, pictures = request.Pictures.Count > 0, walk = request.Walk is not null;
        if (!seeds && !pictures && !walk)
        {
            problems.Add("nothing says what to draw; give --seeds LIST or --walk FILE.walk.json or --from PICTURE.png");
        }

        if (walk)
        {
            (string Name, bool Given)[] useless =
            [
                ("--seeds", seeds), ("--from", pictures), ("--sampling", request.Sampling is not null), ("--class", request.Class is not null),
                ("--truncation", request.Truncation is not null), ("--loop", request.LoopSeconds is not null),
            ];
            problems.AddRange(useless.Where(option => option.Given).Select(option => $"{option.Name} does not go with --walk, which says itself what is seen when; leave one of them out"));
        }
        else if (seeds && pictures)
        {
            problems.Add("--seeds and --from both say what to draw; leave one of them out");
        }

        if (pictures && request.Sampling is not null)
        {
            problems.Add("--sampling says what a seed means, and --from has no seeds; leave it out");
        }
    }

    private static void Ranges(List<string> problems, RenderRequest request)
    {
        Range(problems, "--scale", request.Scale, 1, 64);
        Range(problems, "--size", request.Size, 1, 16_384);
        Range(problems, "--columns", request.Columns, 1, 100_000);
        Range(problems, "--waves", request.Waves, 1, Core.Walks.NoiseLoop.MostWaves);
        Range(problems, "--quality", request.Quality, 0, 100);
        Range(problems, "--padding", request.Sprites.Padding, 0, 256);
        Range(problems, "--extrude", request.Sprites.Extrude, 0, 256);
        Range(problems, "--max-size", request.Sprites.MostSide, 16, 16_384);
        if (request.FramesPerSecond is double rate && !(rate is >= 1 and <= 240))
        {
            problems.Add($"--fps is {rate}, expected 1 to 240");
        }

        if (request.LoopSeconds is double seconds && !(seconds is > 0 and <= 3600))
        {
            problems.Add($"--loop is {seconds}, expected more than 0 and at most 3600 seconds");
        }

        if (request.Truncation is float truncation && !(truncation is >= 0 and <= 4))
        {
            problems.Add($"--truncation is {truncation}, expected 0 to 4");
        }

        if (request.Scale is not null && request.Size is not null)
        {
            problems.Add("--scale and --size both say how large; leave one of them out");
        }

        if (request.Filter is not null && request.Scale is null && request.Size is null)
        {
            problems.Add("--filter says how pictures are enlarged; give --scale N or --size PIXELS too");
        }
    }

    private static void Motion(List<string> problems, RenderRequest request)
    {
        if (request.LoopSeconds is null)
        {
            Need(problems, "--style", request.Style is not null, "--loop SECONDS");
            Need(problems, "--easing", request.Easing is not null, "--loop SECONDS");
            Need(problems, "--waves", request.Waves is not null, "--loop SECONDS --style noise");
            if (!request.Moves)
            {
                Need(problems, "--fps", request.FramesPerSecond is not null, "--loop SECONDS or --walk FILE");
            }

            return;
        }

        var style = SubjectReader.StyleOf(request);
        if (style != LoopStyle.Keys && request.Named > 1)
        {
            problems.Add($"--style {Name(style)} flies from one latent, but {request.Named} are given; give one, or --style keys");
        }

        if (style == LoopStyle.Noise && request.Pictures.Count > 0)
        {
            problems.Add("--style noise makes its own latents of a seed; give --seeds N in place of --from, or another style");
        }

        Need(problems, "--easing", request.Easing is not null && style != LoopStyle.Keys, "--style keys (the others fly evenly)");
        Need(problems, "--waves", request.Waves is not null && style != LoopStyle.Noise, "--style noise");
        if (style == LoopStyle.Noise && request.Sampling is not null)
        {
            problems.Add("--sampling does not go with --style noise, which makes its own latents; leave it out");
        }
    }

    private static void Outputs(List<string> problems, RenderRequest request)
    {
        bool sprites = request.Kind == RenderKind.Sprites;
        Need(problems, "--columns", request.Columns is not null && request.Kind == RenderKind.Plain, "--sheet or --sprites");
        Need(problems, "--padding", request.Sprites.Padding is not null && !sprites, "--sprites");
        Need(problems, "--extrude", request.Sprites.Extrude is not null && !sprites, "--sprites");
        Need(problems, "--pot", request.Sprites.PowerOfTwo && !sprites, "--sprites");
        Need(problems, "--atlas", request.Sprites.AsArray is not null && !sprites, "--sprites");
        Need(problems, "--max-size", request.Sprites.MostSide is not null && !sprites, "--sprites");
        bool film = Film.FormatOf(request.Output) is not FilmFormat.Frames;
        if (film && request.Kind != RenderKind.Plain)
        {
            problems.Add($"'{request.Output}' names a film, but --{Name(request.Kind)} makes a picture; name a .png or a folder");
        }
        else if (film && !request.Moves)
        {
            problems.Add($"'{request.Output}' names a film, but nothing moves; add --loop SECONDS, or name a folder");
        }

        if (request.Formats.Count > 0)
        {
            Need(problems, "--format", !request.Moves || request.Kind != RenderKind.Plain, "a film: --loop SECONDS or --walk FILE, without --sheet and --sprites");
            if (film)
            {
                problems.Add($"--format says which films a folder gets, but '{request.Output}' names one; leave it out, or name a folder");
            }
        }

        Need(problems, "--quality", request.Quality is not null && !request.Films.Contains(FilmFormat.Webp), "a .webp film");
        if (RenderTarget.NamesPicture(request) && request.Kind == RenderKind.Plain && (request.Moves || request.Named > 1))
        {
            problems.Add($"'{request.Output}' names one picture, but there are more; name a folder{(request.Moves ? " or a film" : ", or add --sheet")}");
        }
    }

    private static void Range(List<string> problems, string option, int? value, int least, int most)
    {
        if (value is int given && (given < least || given > most))
        {
            problems.Add($"{option} is {given}, expected {least} to {most}");
        }
    }

    private static void Need(List<string> problems, string option, bool useless, string what)
    {
        if (useless)
        {
            problems.Add($"{option} goes with {what}; add that, or leave it out");
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
