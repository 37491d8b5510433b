namespace LatentWalk.Viewer.Graphics;

/// <summary>GLSL of <see cref="HudRenderer"/>: one instance per glyph, shape or thumbnail.</summary>
internal static class HudShader
{
    internal const string Vertex = """
        #version 330 core
        uniform ivec2 frame;      // framebuffer size, pixels
        layout(location = 0) in vec4 box;     // x, y (top left), width, height, pixels
        layout(location = 1) in float kind;   // index in the sheet; -1 fills, -2 is a disc, -16 - n a line n thick
        layout(location = 2) in vec4 tint;
        uniform ivec3 sheet;      // glyph width, glyph height, glyphs in a row of the sheet
        out vec2 at;              // position in the sheet, texels; of a disc, from its middle
        flat out int shape;       // 0 glyph, 1 filled, 2 disc
        flat out vec4 ink;

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            vec2 pixel = box.xy + side * box.zw;
            if (kind <= -16.0)
            {
                vec2 along = box.zw / max(length(box.zw), 0.001);
                vec2 across = vec2(-along.y, along.x) * (-16.0 - kind) * 0.5;
                pixel = box.xy + side.x * box.zw + (side.y * 2.0 - 1.0) * across;
            }

            int index = int(max(kind, 0.0));
            shape = kind >= 0.0 ? 0 : kind == -2.0 ? 2 : 1;
            ink = tint;
            at = shape == 2 ? side * 2.0 - 1.0 : (vec2(index % sheet.z, index / sheet.z) + side) * vec2(sheet.xy);
            gl_Position = vec4(pixel.x / float(frame.x) * 2.0 - 1.0, 1.0 - pixel.y / float(frame.y) * 2.0, 0.0, 1.0);
        }
        """;

    internal const string Fragment = """
        #version 330 core
        uniform sampler2D glyphs;
        in vec2 at;
        flat in int shape;
        flat in vec4 ink;
        out vec4 color;

        void main()
        {
            float coverage = shape == 1 ? 1.0 : shape == 2 ? step(dot(at, at), 1.0) : texelFetch(glyphs, ivec2(at), 0).r;
            if (coverage < 0.5)
            {
                discard;
            }

            color = ink;
        }
        """;

    internal const string ThumbnailVertex = """
        #version 330 core
        uniform ivec2 frame;
        uniform ivec2 sheet;      // tiles of the atlas: columns, rows
        uniform vec2 inset;       // part of a tile left out at each side, so that bilinear stays inside
        layout(location = 0) in vec4 box;
        layout(location = 1) in float kind;
        layout(location = 2) in vec4 tint;
        out vec2 at;              // position in the atlas, 0 to 1
        flat out vec4 ink;

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            int index = int(kind);
            at = (vec2(index % sheet.x, index / sheet.x) + mix(inset, 1.0 - inset, side)) / vec2(sheet);
            ink = tint;
            vec2 pixel = box.xy + side * box.zw;
            gl_Position = vec4(pixel.x / float(frame.x) * 2.0 - 1.0, 1.0 - pixel.y / float(frame.y) * 2.0, 0.0, 1.0);
        }
        """;

    internal const string ThumbnailFragment = """
        #version 330 core
        uniform sampler2D atlas;
        in vec2 at;
        flat in vec4 ink;
        out vec4 color;

        void main()
        {
            color = textureLod(atlas, at, 0.0) * ink;
        }
        """;
}
