using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Render;
using LatentWalk.Exporter.Render.Sprites;
using LatentWalk.Filming;
using LatentWalk.Walking;

namespace LatentWalk.Exporter.Verbs;

/// <summary>The options of <c>render</c>, in the order of the help, and the request that they make.</summary>
internal sealed class RenderOptions
{
    private static readonly string[] Formats = ["frames", "webp", "apng", "gif", "mp4"];

    private readonly Argument<string> generator = new("generator") { Description = "An .onnx file, ours or another's." };
    private readonly Option<string> output = new("--output", "-o") { Description = "A folder, made if it is not there, or a file: .png for one picture, sheet or sprite sheet; .webp, .apng, .gif, .mp4 (needs ffmpeg) for a film.", Required = true };
    private readonly Option<string?> seeds = new("--seeds") { Description = "Which latents: 7, 0-15, 0-15,40." };
    private readonly Option<string[]> from = new("--from") { Description = "The latents of saved PNGs, as key frames of a loop or to draw again in another size.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> walk = new("--walk") { Description = "A walk that lw view recorded or planned (.walk.json), as a film; a folder gets its frames." };
    private readonly Option<string?> sampling = Words("--sampling", "What a seed stands for: normal (as everywhere), sphere (all at the usual distance from the centre), truncated (no extreme components), antithetic (odd seeds are the opposites of the even ones before), orthogonal (as unlike one another as can be).", Enum.GetNames<SamplingStyle>());
    private readonly Option<string?> category = new("--class") { Description = "A class by name or number, weights (blond=0.7,red=0.3), or all: each latent in every class. The first if not given." };
    private readonly Option<float?> truncation = new("--truncation") { Description = "0 = the average picture, 1 = full variety; the generator's or the PNG's own if not given." };
    private readonly Option<double?> loop = new("--loop") { Description = "A motion of this many seconds that ends exactly where it began; a folder gets loop.webp and loop.apng." };
    private readonly Option<string?> style = Words("--style", "Of the loop: circle (a great circle through one latent), noise (a wander), keys (from latent to latent; what several latents mean if not given).", Enum.GetNames<LoopStyle>());
    private readonly Option<string?> easing = Words("--easing", "Between key frames: linear, smooth (rests at each) or flowing (no corners).", Enum.GetNames<Easing>());
    private readonly Option<int?> waves = new("--waves") { Description = $"Of a noise loop: more is busier; {RenderRequest.DefaultWaves} if not given." };
    private readonly Option<double?> fps = new("--fps") { Description = $"Frames per second of the loop or film; {RenderRequest.DefaultFramesPerSecond} if not given." };
    private readonly Option<string?> format = new("--format") { Description = $"Which films a folder gets, such as gif or frames,mp4: {string.Join(", ", Formats)}." };
    private readonly Option<int?> quality = new("--quality") { Description = "Of a .webp film: 0 to 100 for a smaller file that loses detail; every pixel as it is if not given." };
    private readonly Option<int?> scale = new("--scale") { Description = "How many times larger." };
    private readonly Option<int?> size = new("--size") { Description = "The longer side in pixels." };
    private readonly Option<string?> filter = Words("--filter", "How to enlarge: nearest (sharp squares, for whole multiples) or lanczos (smooth). If not given: nearest where it can be.", Enum.GetNames<PictureFilter>());
    private readonly Option<string?> background = new("--background") { Description = "A colour (#rrggbb) to lay pictures with alpha upon." };
    private readonly Option<bool> sheet = new("--sheet") { Description = "All on one contact sheet." };
    private readonly Option<bool> sprites = new("--sprites") { Description = "All on a sprite sheet with a JSON atlas for game engines; with --loop, an animation." };
    private readonly Option<int?> columns = new("--columns") { Description = "Columns of the sheet; about as many as rows if not given." };
    private readonly Option<int?> padding = new("--padding") { Description = $"Clear pixels between sprites; {SpriteOptions.DefaultPadding} if not given." };
    private readonly Option<int?> extrude = new("--extrude") { Description = "How many times each sprite's edge pixels are repeated outwards, against seams." };
    private readonly Option<bool> powerOfTwo = new("--pot") { Description = "Sides of the sprite sheet are powers of two." };
    private readonly Option<string?> atlas = Words("--atlas", "Form of the atlas: hash (sprites by name) or array.", ["Hash", "Array"]);
    private readonly Option<int?> mostSide = new("--max-size") { Description = $"Longest side of a sprite sheet, more sprites make more sheets; {SpriteOptions.DefaultMostSide} if not given." };
    private readonly Option<bool> json = new("--json") { Description = "One JSON object about what was made in place of its paths." };

    public IEnumerable<Option> All =>
    [
        output, seeds, from, walk, sampling, category, truncation, loop, style, easing, waves, fps, format, quality, scale, size, filter, background,
        sheet, sprites, columns, padding, extrude, powerOfTwo, atlas, mostSide, json,
    ];

    public Argument Generator => generator;

    public bool AsJson(ParseResult parsed) => parsed.GetValue(json);

    /// <exception cref="UsageException">A value cannot be read; says what was expected.</exception>
    public RenderRequest Read(ParseResult parsed)
    {
        if (parsed.GetValue(sheet) && parsed.GetValue(sprites))
        {
            throw new UsageException("--sheet and --sprites are two kinds of sheet; leave one of them out.");
        }

        return new RenderRequest
        {
            Generator = parsed.GetValue(generator)!,
            Output = parsed.GetValue(output)!,
            Seeds = ReadSeeds(parsed.GetValue(seeds)),
            Pictures = parsed.GetValue(from) ?? [],
            Walk = parsed.GetValue(walk),
            Sampling = Word<SamplingStyle>(parsed.GetValue(sampling)),
            Class = parsed.GetValue(category),
            Truncation = parsed.GetValue(truncation),
            LoopSeconds = parsed.GetValue(loop),
            Style = Word<LoopStyle>(parsed.GetValue(style)),
            Easing = Word<Easing>(parsed.GetValue(easing)),
            Waves = parsed.GetValue(waves),
            FramesPerSecond = parsed.GetValue(fps),
            Formats = ReadFormats(parsed.GetValue(format)),
            Quality = parsed.GetValue(quality),
            Scale = parsed.GetValue(scale),
            Size = parsed.GetValue(size),
            Filter = Word<PictureFilter>(parsed.GetValue(filter)),
            Ground = ReadColor(parsed.GetValue(background)),
            Kind = parsed.GetValue(sheet) ? RenderKind.Sheet : parsed.GetValue(sprites) ? RenderKind.Sprites : RenderKind.Plain,
            Columns = parsed.GetValue(columns),
            Sprites = new SpriteOptions
            {
                Padding = parsed.GetValue(padding),
                Extrude = parsed.GetValue(extrude),
                PowerOfTwo = parsed.GetValue(powerOfTwo),
                AsArray = parsed.GetValue(atlas) is { } form ? form == "array" : null,
                MostSide = parsed.GetValue(mostSide),
            },
        };
    }

    private static Option<string?> Words(string name, string description, string[] words)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. words.Select(word => word.ToLowerInvariant())]);
        return option;
    }

    private static T? Word<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.Parse<T>(text, ignoreCase: true);

    private static IReadOnlyList<ulong>? ReadSeeds(string? list)
    {
        if (list is null)
        {
            return null;
        }

        return SeedList.TryParse(list, out string? problem) ?? throw new UsageException($"--seeds: {problem}.");
    }

    private static IReadOnlyList<FilmFormat> ReadFormats(string? list)
    {
        string[] words = list?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        string? unknown = words.FirstOrDefault(word => !Formats.Contains(word, StringComparer.Ordinal));
        return unknown is null
            ? [.. words.Select(word => Enum.Parse<FilmFormat>(word, ignoreCase: true))]
            : throw new UsageException($"--format: '{unknown}' is no film; expected {string.Join(", ", Formats)}, separated by commas.");
    }

    private static int? ReadColor(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string digits = text.TrimStart('#');
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int color)
            ? color
            : throw new UsageException($"--background is '{text}', expected a colour such as #202020.");
    }
}
