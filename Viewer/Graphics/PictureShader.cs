namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// GLSL of <see cref="PictureProgram"/>: instance i is tile i of a grid on screen, four corners without vertex data. Each variant is
/// a program of its own: software renderers run both sides of every branch.
/// </summary>
internal static class PictureShader
{
    internal const string Vertex = """
        #version 330 core
        uniform ivec2 frame;      // framebuffer size, pixels
        uniform ivec4 tile;       // x, y of the first tile (top left), width, height on screen, pixels
        uniform ivec2 pitch;      // distance from tile to tile on screen, pixels
        uniform int columns;      // of the grid on screen
        uniform ivec2 sheet;      // tiles of the texture: columns, rows
        uniform int first;        // tile of the texture that instance 0 shows
        uniform vec2 inset;       // part of a tile left out at each of its sides, so that bilinear stays inside
        out vec2 at;              // position in the texture, 0 to 1
        out vec2 inTile;          // position in the tile, 0 to 1

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            ivec2 cell = ivec2(gl_InstanceID % columns, gl_InstanceID / columns);
            int index = first + gl_InstanceID;
            inTile = side;
            at = (vec2(index % sheet.x, index / sheet.x) + mix(inset, 1.0 - inset, side)) / vec2(sheet);
            vec2 pixel = vec2(tile.xy + cell * pitch) + side * vec2(tile.zw);
            gl_Position = vec4(pixel.x / float(frame.x) * 2.0 - 1.0, 1.0 - pixel.y / float(frame.y) * 2.0, 0.0, 1.0);
        }
        """;

    internal static string Fragment(PictureFinish finish, bool fades) => Head + (fades ? FadeInputs : "") + (finish, fades) switch
    {
        (PictureFinish.Exact, false) => Exact + Main,
        (PictureFinish.Exact, true) => Exact + FadeMain,
        (PictureFinish.Smooth, false) => Smooth + Main,
        (PictureFinish.Smooth, true) => Smooth + FadeMain,
        (_, false) => Smooth + Tube + TubeMain,
        (_, true) => Smooth + Tube + TubeFadeMain,
    };

    private const string Head = """
        #version 330 core
        uniform sampler2D current;
        uniform float opacity;
        in vec2 at;
        in vec2 inTile;
        out vec4 color;

        """;

    private const string FadeInputs = """

        uniform sampler2D next;
        uniform float blend;      // 0 = current only, 1 = next only

        """;

    private const string Exact = """

        vec4 take(sampler2D source, vec2 p)
        {
            return texelFetch(source, ivec2(p * vec2(textureSize(source, 0))), 0);
        }

        """;

    private const string Smooth = """

        vec4 take(sampler2D source, vec2 p)
        {
            return textureLod(source, p, 0.0);
        }

        """;

    private const string Main = """

        void main()
        {
            vec4 value = take(current, at);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;

    private const string FadeMain = """

        void main()
        {
            vec4 value = mix(take(current, at), take(next, at), blend);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;

    // A curved glass, a beam that is thicker where it is brighter, and an aperture grille of screen pixels. Each takes light
    // away and the gain gives it back, so that the whole stays as bright as the picture was.
    private const string Tube = """

        uniform float lines;      // scanlines from top to bottom

        vec2 glass(vec2 p)
        {
            vec2 q = p * 2.0 - 1.0;
            return (q + q * q.yx * q.yx * vec2(0.030, 0.042)) * 0.5 + 0.5;
        }

        vec4 shine(vec4 light, vec2 p)
        {
            float away = 2.0 * abs(fract(p.y * lines) - 0.5);
            float luma = dot(light.rgb, vec3(0.3, 0.59, 0.11));
            float beam = 1.0 - mix(0.62, 0.30, luma) * away * away;
            float column = mod(gl_FragCoord.x, 3.0);
            vec3 grille = vec3(0.84) + 0.32 * clamp(1.0 - abs(column - vec3(0.5, 1.5, 2.5)), 0.0, 1.0);
            vec2 edge = smoothstep(vec2(0.0), vec2(0.006), p) * smoothstep(vec2(0.0), vec2(0.006), 1.0 - p);
            vec2 q = p * 2.0 - 1.0;
            float dark = 1.0 - 0.16 * dot(q * q, q * q);
            return vec4(min(light.rgb * grille * (beam * 1.32 * dark), 1.0) * (edge.x * edge.y), light.a);
        }

        """;

    private const string TubeMain = """

        void main()
        {
            vec2 p = glass(inTile);
            vec4 value = shine(take(current, p), p);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;

    private const string TubeFadeMain = """

        void main()
        {
            vec2 p = glass(inTile);
            vec4 value = shine(mix(take(current, p), take(next, p), blend), p);
            color = vec4(value.rgb, value.a * opacity);
        }
        """;
}
