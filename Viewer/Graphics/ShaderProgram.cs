using LatentWalk.Core.Errors;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>One linked program of a vertex and a fragment shader.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL gl;
    private readonly string name;
    private readonly uint handle;

    internal ShaderProgram(GL gl, string name, string vertexSource, string fragmentSource)
    {
        this.gl = gl;
        this.name = name;
        uint vertex = Compile(ShaderType.VertexShader, vertexSource);
        uint fragment = Compile(ShaderType.FragmentShader, fragmentSource);
        handle = gl.CreateProgram();
        gl.AttachShader(handle, vertex);
        gl.AttachShader(handle, fragment);
        gl.LinkProgram(handle);
        gl.DetachShader(handle, vertex);
        gl.DetachShader(handle, fragment);
        gl.DeleteShader(vertex);
        gl.DeleteShader(fragment);
        gl.GetProgram(handle, ProgramPropertyARB.LinkStatus, out int linked);
        if (linked == 0)
        {
            string log = gl.GetProgramInfoLog(handle);
            gl.DeleteProgram(handle);
            throw Refused("link", log);
        }
    }

    internal void Use() => gl.UseProgram(handle);

    /// <summary>The location of a uniform that the program is known to use.</summary>
    internal int Uniform(string uniform)
    {
        int location = gl.GetUniformLocation(handle, uniform);
        return location >= 0 ? location : throw new ArgumentException($"Program '{name}' has no uniform '{uniform}'.", nameof(uniform));
    }

    public void Dispose() => gl.DeleteProgram(handle);

    private uint Compile(ShaderType type, string source)
    {
        uint shader = gl.CreateShader(type);
        gl.ShaderSource(shader, source);
        gl.CompileShader(shader);
        gl.GetShader(shader, ShaderParameterName.CompileStatus, out int compiled);
        if (compiled != 0)
        {
            return shader;
        }

        string log = gl.GetShaderInfoLog(shader);
        gl.DeleteShader(shader);
        throw Refused($"compile the {type} of", log);
    }

    private DeviceException Refused(string step, string log) => new(
        $"The graphics driver '{gl.GetStringS(StringName.Renderer)}' could not {step} program '{name}' (OpenGL 3.3 is needed): {log.Trim()}");
}
