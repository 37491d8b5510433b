namespace LatentWalk.Viewer.Graphics;

/// <summary>
/// GLSL of <see cref="ScaleProgram"/>: a picture, or a sheet of them, at another size. Row 0 of the result is the top row, as in
/// <see cref="PictureTexture"/>. Sampling never leaves the tile that a pixel belongs to.
/// </summary>
internal static class ScaleShader
{
    internal const string Vertex = """
        #version 330 core
        uniform ivec2 sheet;      // tiles of the texture: columns, rows
        uniform ivec2 picture;    // size of one tile, texels
        out vec2 at;              // position inside the tile, texels
        flat out vec2 corner;     // first texel of the tile in the texture

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            vec2 cell = vec2(gl_InstanceID % sheet.x, gl_InstanceID / sheet.x);
            corner = cell * vec2(picture);
            at = side * vec2(picture);
            gl_Position = vec4((cell + side) / vec2(sheet) * 2.0 - 1.0, 0.0, 1.0);
        }
        """;

    internal static string Fragment(ScaleKind kind) => Head + kind switch
    {
        ScaleKind.Bicubic => Tap + Bicubic + BicubicMain,
        ScaleKind.Edges => Tap + Bicubic + Edges,
        _ => Tap + Area,
    };

    private const string Head = """
        #version 330 core
        uniform sampler2D source;
        uniform ivec2 picture;
        uniform vec2 texel;       // 1 / size of the texture
        uniform vec2 footprint;   // texels under one pixel of the result
        in vec2 at;
        flat in vec2 corner;
        out vec4 color;

        """;

    private const string Tap = """

        vec4 tap(vec2 p)
        {
            vec2 inside = clamp(p, vec2(0.5), vec2(picture) - 0.5);
            return textureLod(source, (corner + inside) * texel, 0.0);
        }

        """;

    // Catmull-Rom in 5 bilinear taps: the two middle weights of each axis share a tap, and the four
    // corner taps, together under 2 % of the weight, are left out and the rest made to sum to one.
    private const string Bicubic = """

        vec4 bicubic()
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
            vec4 sum = tap(p12) * (w12.x * w12.y)
                + tap(vec2(p12.x, p0.y)) * (w12.x * w0.y)
                + tap(vec2(p0.x, p12.y)) * (w0.x * w12.y)
                + tap(vec2(p3.x, p12.y)) * (w3.x * w12.y)
                + tap(vec2(p12.x, p3.y)) * (w12.x * w3.y);
            float weight = w12.x * w12.y + w12.x * w0.y + w0.x * w12.y + w3.x * w12.y + w12.x * w3.y;
            return clamp(sum / weight, 0.0, 1.0);
        }

        """;

    private const string BicubicMain = """

        void main()
        {
            color = bicubic();
        }
        """;

    // Between four pixel centres the picture is a plane over each of two triangles, split along the diagonal on which the
    // neighbourhood changes least, so that a slanted outline is followed instead of stepped. Where the whole change of the
    // neighbourhood lies between these four, the planes are steepened around their middle: an outline stays a line and does
    // not become a ramp. Soft shading, which has no such place, is left to the bicubic.
    private const string Edges = """

        vec4 pick(vec2 p)
        {
            return texelFetch(source, ivec2(corner + clamp(p, vec2(0.0), vec2(picture) - 1.0)), 0);
        }

        float far(vec4 p, vec4 q)
        {
            return dot(abs(p.rgb - q.rgb), vec3(0.35, 0.45, 0.2));
        }

        void main()
        {
            vec2 base = floor(at - 0.5);
            vec2 f = at - 0.5 - base;
            vec4 a = pick(base);
            vec4 b = pick(base + vec2(1.0, 0.0));
            vec4 c = pick(base + vec2(0.0, 1.0));
            vec4 d = pick(base + vec2(1.0, 1.0));
            vec4 up0 = pick(base + vec2(0.0, -1.0));
            vec4 up1 = pick(base + vec2(1.0, -1.0));
            vec4 down0 = pick(base + vec2(0.0, 2.0));
            vec4 down1 = pick(base + vec2(1.0, 2.0));
            vec4 left0 = pick(base + vec2(-1.0, 0.0));
            vec4 left1 = pick(base + vec2(-1.0, 1.0));
            vec4 right0 = pick(base + vec2(2.0, 0.0));
            vec4 right1 = pick(base + vec2(2.0, 1.0));

            float falling = 3.0 * far(a, d) + far(up0, b) + far(left0, c) + far(b, right1) + far(c, down1);
            float rising = 3.0 * far(b, c) + far(up1, a) + far(right0, d) + far(a, left1) + far(d, down0);
            float contrast = max(max(far(a, d), far(b, c)), max(max(far(a, b), far(c, d)), max(far(a, c), far(b, d))));
            float around = max(max(far(left0, right0), far(left1, right1)), max(far(up0, down0), far(up1, down1)));
            float crisp = smoothstep(0.05, 0.2, contrast) * smoothstep(0.55, 0.9, contrast / (max(contrast, around) + 0.001));
            float steep = 1.0 + 1.6 * crisp;

            // The falling diagonal joins a and d; the rising one b and c, which is the same after a mirror in x.
            float mirrored = step(rising, falling);
            vec2 g = vec2(mix(f.x, 1.0 - f.x, mirrored), f.y);
            vec4 near0 = mix(a, b, mirrored);
            vec4 near1 = mix(d, c, mirrored);
            float above = step(g.y, g.x);
            vec4 apart = mix(mix(c, d, mirrored), mix(b, a, mirrored), above);
            float reach = abs(g.x - g.y);
            float along = min(g.x, g.y) / max(1.0 - reach, 0.001);
            float sharpReach = clamp((reach - 0.5) * steep + 0.5, 0.0, 1.0);
            float sharpAlong = clamp((along - 0.5) * steep + 0.5, 0.0, 1.0);
            vec4 slanted = mix(mix(near0, near1, sharpAlong), apart, sharpReach);

            vec2 sharp = clamp((f - 0.5) * steep + 0.5, 0.0, 1.0);
            vec4 straight = mix(mix(a, b, sharp.x), mix(c, d, sharp.x), sharp.y);
            float sure = clamp(3.0 * abs(falling - rising) / (falling + rising + 0.05), 0.0, 1.0);
            color = mix(bicubic(), mix(straight, slanted, sure), max(crisp, 0.8 * sure));
        }
        """;

    // The mean of what lies under the pixel; more than 8 texels a side are stepped over evenly.
    private const string Area = """

        void main()
        {
            vec2 low = at - 0.5 * footprint;
            ivec2 steps = clamp(ivec2(ceil(footprint)), ivec2(1), ivec2(8));
            vec4 sum = vec4(0.0);
            for (int y = 0; y < steps.y; y++)
            {
                for (int x = 0; x < steps.x; x++)
                {
                    sum += tap(low + (vec2(x, y) + 0.5) / vec2(steps) * footprint);
                }
            }

            color = sum / float(steps.x * steps.y);
        }
        """;
}
