namespace LatentWalk.Viewer.Graphics;

/// <summary>GLSL of <see cref="PictureRenderer"/>: instance i is tile i of a grid, four corners without vertex data.</summary>
internal static class PictureShader
{
    internal const string Vertex = """
        #version 330 core
        uniform ivec2 frame;      // framebuffer size, pixels
        uniform ivec4 tile;       // x, y of the first tile (top left), width, height on screen, pixels
        uniform ivec2 pitch;      // distance from tile to tile on screen, pixels
        uniform ivec2 picture;    // size of one picture in the texture, texels
        uniform int columns;      // of the grid on screen
        uniform int sheetColumns; // of the texture
        uniform int first;        // tile of the texture that instance 0 shows
        out vec2 at;              // position inside the picture, texels
        flat out vec2 corner;     // first texel of the picture in the texture

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            ivec2 cell = ivec2(gl_InstanceID % columns, gl_InstanceID / columns);
            int index = first + gl_InstanceID;
            corner = vec2(ivec2(index % sheetColumns, index / sheetColumns) * picture);
            at = side * vec2(picture);
            vec2 pixel = vec2(tile.xy + cell * pitch) + side * vec2(tile.zw);
            gl_Position = vec4(pixel.x / float(frame.x) * 2.0 - 1.0, 1.0 - pixel.y / float(frame.y) * 2.0, 0.0, 1.0);
        }
        """;

    /// <summary>
    /// The fragment shader of one filter, with or without a second picture to fade to. Each is a program of its own: software
    /// renderers run both sides of every branch, so choosing inside one program would cost the sum of all of them.
    /// </summary>
    internal static string Fragment(PictureFilter filter, bool fades) =>
        Head + (fades ? FadeInputs : "") + filter switch
        {
            PictureFilter.Nearest => Nearest,
            PictureFilter.Bicubic => Tap + Bicubic,
            _ => Tap + Area,
        } + (fades ? FadeMain : Main);

    private const string Head = """
        #version 330 core
        uniform sampler2D current;
        uniform float opacity;
        uniform ivec2 picture;
        uniform vec2 texel;       // 1 / size of the texture
        uniform vec2 footprint;   // texels under one screen pixel
        in vec2 at;
        flat in vec2 corner;
        out vec4 color;

        """;

    private const string FadeInputs = """

        uniform sampler2D next;
        uniform float blend;      // 0 = current only, 1 = next only

        """;

    private const string Nearest = """

        vec4 take(sampler2D source)
        {
            return texelFetch(source, ivec2(corner + at), 0);
        }

        """;

    // Sampling never leaves the picture's own tile, whatever lies beside it.
    private const string Tap = """

        vec4 tap(sampler2D source, vec2 p)
        {
            vec2 inside = clamp(p, vec2(0.5), vec2(picture) - 0.5);
            return textureLod(source, (corner + inside) * texel, 0.0);
        }

        """;

    // Catmull-Rom in 5 bilinear taps: the two middle weights of each axis share a tap, and the four
    // corner taps, together under 2 % of the weight, are left out and the rest made to sum to one.
    private const string Bicubic = """

        vec4 take(sampler2D source)
        {
            vec2 middle = floor(at - 0.5) + 0.5;
            vec2 f = at - middle;
            vec2 w0 = f * (-0.5 + f * (1.0 - 0.5 * f));
            vec2 w1 = 1.0 + f * f * (-2.5 + 1.5 * f);
            vec2 w2 = f * (0.5 + f * (2.0 - 1.5 * f));
            vec2 w3 = f * f * (-0.5 + 0.5 * f);
            vec2 w12 = w1 + w2;
            vec2 p0 = middle - 1.0;
            vec2 p3 = middle + 2.0;
            vec2 p12 = middle + w2 / w12;
            vec4 sum = tap(source, p12) * (w12.x * w12.y)
                + tap(source, vec2(p12.x, p0.y)) * (w12.x * w0.y)
                + tap(source, vec2(p0.x, p12.y)) * (w0.x * w12.y)
                + tap(source, vec2(p3.x, p12.y)) * (w3.x * w12.y)
                + tap(source, vec2(p12.x, p3.y)) * (w12.x * w3.y);
            float weight = w12.x * w12.y + w12.x * w0.y + w0.x * w12.y + w3.x * w12.y + w12.x * w3.y;
            return clamp(sum / weight, 0.0, 1.0);
        }

        """;

    // The mean of what lies under the pixel; more than 8 texels a side are stepped over evenly.
    private const string Area = """

        vec4 take(sampler2D source)
        {
            vec2 low = at - 0.5 * footprint;
            ivec2 steps = clamp(ivec2(ceil(footprint)), ivec2(1), ivec2(8));
            vec4 sum = vec4(0.0);
            for (int y = 0; y < steps.y; y++)
            {
                for (int x = 0; x < steps.x; x++)
                {
                    sum += tap(source, low + (vec2(x, y) + 0.5) / vec2(steps) * footprint);
                }
            }

            return sum / float(steps.x * steps.y);
        }

        """;

    private const string Main = """

        void main()
        {
            vec4 value = take(current);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;

    private const string FadeMain = """

        void main()
        {
            vec4 value = mix(take(current), take(next), blend);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;
}
