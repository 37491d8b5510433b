namespace LatentWalk.Viewer.Graphics;

/// <summary>GLSL of <see cref="HudRenderer"/>: one instance per glyph or rectangle.</summary>
internal static class HudShader
{
    internal const string Vertex = """
        #version 330 core
        uniform ivec2 frame;      // framebuffer size, pixels
        layout(location = 0) in vec4 box;     // x, y (top left), width, height, pixels
        layout(location = 1) in float glyph;  // index in the sheet; below 0 fills the box
        layout(location = 2) in vec4 tint;
        uniform ivec3 sheet;      // glyph width, glyph height, glyphs in a row of the sheet
        out vec2 at;              // position in the sheet, texels
        flat out int filled;
        flat out vec4 ink;

        void main()
        {
            vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1);
            vec2 pixel = box.xy + side * box.zw;
            int index = int(glyph);
            filled = glyph < 0.0 ? 1 : 0;
            ink = tint;
            at = (vec2(index % sheet.z, index / sheet.z) + side) * vec2(sheet.xy);
            gl_Position = vec4(pixel.x / float(frame.x) * 2.0 - 1.0, 1.0 - pixel.y / float(frame.y) * 2.0, 0.0, 1.0);
        }
        """;

    internal const string Fragment = """
        #version 330 core
        uniform sampler2D glyphs;
        in vec2 at;
        flat in int filled;
        flat in vec4 ink;
        out vec4 color;

        void main()
        {
            float coverage = filled == 1 ? 1.0 : texelFetch(glyphs, ivec2(at), 0).r;
            if (coverage < 0.5)
            {
                discard;
            }

            color = ink;
        }
        """;
}
