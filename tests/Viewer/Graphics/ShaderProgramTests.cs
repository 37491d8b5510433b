using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Graphics;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

public sealed class ShaderProgramTests : GlTest
{
    private const string Vertex = "#version 330 core\nvoid main() { gl_Position = vec4(0.0); }";

    [GlFact]
    public void A_shader_that_does_not_compile_names_the_program_and_the_drivers_words()
    {
        var refused = Assert.Throws<DeviceException>(
            () => new ShaderProgram(Gl, "broken", Vertex, "#version 330 core\nout vec4 c; void main() { c = nonsense; }"));
        Assert.Contains("could not compile the FragmentShader of program 'broken' (OpenGL 3.3 is needed)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("nonsense", refused.Message, StringComparison.Ordinal);
    }

    [GlFact]
    public void Stages_that_do_not_fit_each_other_are_refused_at_linking()
    {
        var refused = Assert.Throws<DeviceException>(
            () => new ShaderProgram(
                Gl, "torn", "#version 330 core\nout vec2 at; void main() { at = vec2(0.0); gl_Position = vec4(0.0); }",
                "#version 330 core\nin vec4 at; out vec4 c; void main() { c = at; }"));
        Assert.Contains("could not link program 'torn'", refused.Message, StringComparison.Ordinal);
    }

    [GlFact]
    public void An_unknown_uniform_is_refused_by_name()
    {
        using var program = new ShaderProgram(Gl, "plain", Vertex, "#version 330 core\nout vec4 c; void main() { c = vec4(1.0); }");
        var refused = Assert.Throws<ArgumentException>(() => program.Uniform("colour"));
        Assert.Contains("Program 'plain' has no uniform 'colour'.", refused.Message, StringComparison.Ordinal);
    }
}
