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

    internal const string Fragment = """
        #version 330 core
        uniform sampler2D current;
        uniform sampler2D next;
        uniform float blend;      // 0 = current only, 1 = next only
        uniform float opacity;
        uniform int filtering;    // 0 nearest, 1 bicubic, 2 area average
        uniform ivec2 picture;
        uniform vec2 footprint;   // texels under one screen pixel
        in vec2 at;
        flat in vec2 corner;
        out vec4 color;

        // Sampling never leaves the picture's own tile, whatever lies beside it.
        vec4 nearest(sampler2D source)
        {
            ivec2 texel = clamp(ivec2(floor(at)), ivec2(0), picture - 1);
            return texelFetch(source, ivec2(corner) + texel, 0);
        }

        vec4 tap(sampler2D source, vec2 p)
        {
            vec2 inside = clamp(p, vec2(0.5), vec2(picture) - 0.5);
            return textureLod(source, (corner + inside) / vec2(textureSize(source, 0)), 0.0);
        }

        // Catmull-Rom in 5 bilinear taps: the two middle weights of each axis share a tap, and the four
        // corner taps, together under 2 % of the weight, are left out and the rest made to sum to one.
        vec4 bicubic(sampler2D source)
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

        // The mean of what lies under the pixel; more than 8 texels a side are stepped over evenly.
        vec4 average(sampler2D source)
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

        vec4 take(sampler2D source)
        {
            if (filtering == 0)
            {
                return nearest(source);
            }

            return filtering == 1 ? bicubic(source) : average(source);
        }

        void main()
        {
            vec4 value = take(current);
            if (blend > 0.0)
            {
                value = mix(value, take(next), blend);
            }

            color = vec4(value.rgb, value.a * opacity);
        }
        """;
}
