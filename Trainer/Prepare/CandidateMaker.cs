using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Prepare.Detection;
using LatentWalk.Trainer.Prepare.Measures;
using LatentWalk.Trainer.Prepare.Resampling;

namespace LatentWalk.Trainer.Prepare;

/// <summary>From a file to its candidates: the steps that need no other picture. Any thread.</summary>
internal sealed class CandidateMaker(IPictureFiles files, PrepareOptions options, Cascade? cascade)
{
    /// <summary>Decoded at a time over all threads: 256 MB of RGBA and as much again while a picture is decoded.</summary>
    public const long PixelsAtOnce = PictureLimits.Pixels;

    private readonly PixelBudget _budget = new(PixelsAtOnce);
    private readonly FaceDetector? _detector = cascade is null ? null : new FaceDetector(cascade, options.Faces);

    /// <param name="withViews">Keep how each step looked.</param>
    /// <returns>At least one.</returns>
    public IReadOnlyList<Candidate> Make(PictureFileName file, bool withViews)
    {
        byte[] sha256 = [];
        try
        {
            byte[] content = files.Read(file, PictureLimits.FileBytes);
            sha256 = SHA256.HashData(content);
            EncodedPicture encoded = EncodedPicture.Check(content, file.Name);
            using PixelBudget.Share share = _budget.Take((long)encoded.Width * encoded.Height);
            return FromPicture(file.Name, sha256, encoded, withViews);
        }
        catch (BadDataException error)
        {
            return [Refused(file.Name, sha256, PrepareStep.Decode, error.Message)];
        }
    }

    private static Candidate Refused(string name, byte[] sha256, PrepareStep step, string message) =>
        new(name, -1, sha256, new PictureScores { Slot = -1, TwinOf = -1, Refused = step }, message, null);

    private List<Candidate> FromPicture(string name, byte[] sha256, EncodedPicture encoded, bool withViews)
    {
        RgbaImage picture = encoded.Decode();
        PictureKind kind = Enum.Parse<PictureKind>(encoded.Format, ignoreCase: true);
        byte[] shown = AlphaOver.Solid(picture, options.Alpha);
        var whole = new FaceBox(0, 0, picture.Width, picture.Height);
        if (!options.Does(PrepareStep.Face))
        {
            return [FromArea(name, -1, sha256, kind, picture, shown, whole, withViews)];
        }

        List<FaceBox> faces = _detector!.Find(GreyImage.FromRgba(shown, picture.Width, picture.Height));
        if (faces.Count == 0)
        {
            byte[] pixels = SquareOf(picture, shown, whole, out BorderColours border);
            var scores = new PictureScores { Width = whole.Width, Height = whole.Height, Refused = PrepareStep.Face, TwinOf = -1, Kind = kind };
            return [new Candidate(name, -1, sha256, scores, $"no face was found in '{name}'.", pixels) { Border = border }];
        }

        List<FaceBox> wanted = options.AllFaces ? faces : [faces.OrderByDescending(box => box.Neighbours).ThenByDescending(box => box.Area).First()];
        return [.. wanted.Select((box, i) => FromArea(name, i, sha256, kind, picture, shown, FaceArea.Around(box, options.FaceMargin, picture), withViews))];
    }

    private Candidate FromArea(
        string name, int face, byte[] sha256, PictureKind kind, RgbaImage picture, byte[] shown, FaceBox area, bool withViews)
    {
        byte[] square = SquareOf(picture, shown, area, out BorderColours border);
        (byte R, byte G, byte B) ground = border.Middle();
        byte[] solid = options.Alpha == AlphaPolicy.Keep ? AlphaOver.Solid(new RgbaImage(square, options.Size, options.Size), AlphaPolicy.White) : square;
        var scores = new PictureScores
        {
            Width = area.Width,
            Height = area.Height,
            Blur = Blur.Of(solid, options.Size),
            Colour = Colourfulness.Of(solid),
            Photo = PhotoScore.Of(shown, picture.Width, area, ground),
            Facing = Facing.Of(solid, options.Size, ground),
            Hash = PerceptualHash.Of(solid, options.Size),
            Coarse = CoarseParts.Of(solid, options.Size),
            TwinOf = -1,
            Kind = kind,
        };
        (scores.Refused, string? message) = Filters.Judge(scores, options);
        bool turns = scores.Refused is null && options.Does(PrepareStep.Turn) && scores.Facing > options.TurnMargin;
        byte[] result = square;
        if (turns)
        {
            result = (byte[])square.Clone();
            Square.Flip(result, options.Size, 4);
        }

        return new Candidate(name, face, sha256, scores, message, result)
        {
            Border = border,
            Views = withViews ? Views(picture, shown, area, square, result) : [],
        };
    }

    private byte[] SquareOf(RgbaImage picture, byte[] shown, FaceBox area, out BorderColours border)
    {
        border = BorderColours.Of(shown, picture.Width, area);
        byte[] source = options.Alpha == AlphaPolicy.Keep ? picture.Rgba : shown;
        return Square.Make(source, picture.Width, area, options.Size, options.Fit, options.PadColour ?? border.Middle());
    }

    private List<StepView> Views(RgbaImage picture, byte[] shown, FaceBox area, byte[] square, byte[] result)
    {
        var whole = new FaceBox(0, 0, picture.Width, picture.Height);
        byte[] entire = PreviewSheets.View(shown, picture.Width, whole);
        byte[] part = PreviewSheets.View(shown, picture.Width, area);
        byte[] made = PreviewSheets.View(square, options.Size, new FaceBox(0, 0, options.Size, options.Size));
        byte[] end = PreviewSheets.View(result, options.Size, new FaceBox(0, 0, options.Size, options.Size));
        List<StepView> views = [new(PrepareStep.Decode, PreviewSheets.View(picture.Rgba, picture.Width, whole), entire), new(PrepareStep.Square, part, made)];
        if (options.Does(PrepareStep.Face))
        {
            views.Add(new StepView(PrepareStep.Face, entire, part));
        }

        if (options.Does(PrepareStep.Turn))
        {
            views.Add(new StepView(PrepareStep.Turn, made, end));
        }

        if (options.Does(PrepareStep.Mirror))
        {
            byte[] mirrored = (byte[])end.Clone();
            Square.Flip(mirrored, PreviewSheets.Side, 4);
            views.Add(new StepView(PrepareStep.Mirror, end, mirrored));
        }

        return views;
    }
}
