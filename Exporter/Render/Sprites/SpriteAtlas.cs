using System.Text.Encodings.Web;
using System.Text.Json;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render.Sprites;

/// <summary>
/// What is where on a sheet, in the JSON that game engines import (TexturePacker's hash and array forms). Frames of an animation also
/// carry their time and a tag (Aseprite's) and a list of names (PixiJS's).
/// </summary>
internal static class SpriteAtlas
{
    private const string AnimationName = "loop";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(SpriteSheetPlan plan, int page)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Form))
        {
            writer.WriteStartObject();
            Frames(writer, plan, page);
            if (plan.FramesPerSecond is not null && page == 0)
            {
                Animation(writer, plan);
            }

            Meta(writer, plan, page);
            writer.WriteEndObject();
        }

        json.WriteByte((byte)'\n');
        AtomicFile.Write(plan.AtlasOf(page), stream => json.WriteTo(stream));
    }

    private static IEnumerable<int> SpritesOf(SpriteSheetPlan plan, int page) =>
        Enumerable.Range(0, plan.Count).Where(sprite => plan.Layout.PageOf(sprite) == page);

    private static void Frames(Utf8JsonWriter writer, SpriteSheetPlan plan, int page)
    {
        writer.WritePropertyName("frames");
        if (plan.AsArray)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
        }

        foreach (int sprite in SpritesOf(plan, page))
        {
            if (plan.AsArray)
            {
                writer.WriteStartObject();
                writer.WriteString("filename", plan.NameOf(sprite));
            }
            else
            {
                writer.WriteStartObject(plan.NameOf(sprite));
            }

            var (x, y) = plan.Layout.PlaceOf(sprite);
            Rectangle(writer, "frame", x, y, plan.Width, plan.Height);
            writer.WriteBoolean("rotated", false);
            writer.WriteBoolean("trimmed", false);
            Rectangle(writer, "spriteSourceSize", 0, 0, plan.Width, plan.Height);
            Size(writer, "sourceSize", plan.Width, plan.Height);
            if (plan.FramesPerSecond is double rate)
            {
                // Whole milliseconds that add up to the whole.
                writer.WriteNumber("duration", (long)Math.Round((sprite + 1) * 1000 / rate) - (long)Math.Round(sprite * 1000 / rate));
            }

            writer.WriteEndObject();
        }

        if (plan.AsArray)
        {
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteEndObject();
        }
    }

    private static void Animation(Utf8JsonWriter writer, SpriteSheetPlan plan)
    {
        writer.WriteStartObject("animations");
        writer.WriteStartArray(AnimationName);
        for (int sprite = 0; sprite < plan.Count; sprite++)
        {
            writer.WriteStringValue(plan.NameOf(sprite));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Meta(Utf8JsonWriter writer, SpriteSheetPlan plan, int page)
    {
        var (width, height) = plan.Layout.SizeOf(page);
        writer.WriteStartObject("meta");
        writer.WriteString("app", Application.NameAndVersion);
        writer.WriteString("version", "1.0");
        writer.WriteString("image", Path.GetFileName(plan.PictureOf(page)));
        writer.WriteString("format", "RGBA8888");
        Size(writer, "size", width, height);
        writer.WriteString("scale", "1");
        writer.WriteString("model", plan.Model);
        if (plan.Layout.Pages > 1)
        {
            writer.WriteStartArray("related_multi_packs");
            for (int other = 0; other < plan.Layout.Pages; other++)
            {
                if (other != page)
                {
                    writer.WriteStringValue(Path.GetFileName(plan.AtlasOf(other)));
                }
            }

            writer.WriteEndArray();
        }

        if (plan.FramesPerSecond is not null)
        {
            writer.WriteStartArray("frameTags");
            writer.WriteStartObject();
            writer.WriteString("name", AnimationName);
            writer.WriteNumber("from", 0);
            writer.WriteNumber("to", plan.Layout.CountOf(page) - 1);
            writer.WriteString("direction", "forward");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Rectangle(Utf8JsonWriter writer, string name, int x, int y, int width, int height)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("x", x);
        writer.WriteNumber("y", y);
        writer.WriteNumber("w", width);
        writer.WriteNumber("h", height);
        writer.WriteEndObject();
    }

    private static void Size(Utf8JsonWriter writer, string name, int width, int height)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("w", width);
        writer.WriteNumber("h", height);
        writer.WriteEndObject();
    }
}
