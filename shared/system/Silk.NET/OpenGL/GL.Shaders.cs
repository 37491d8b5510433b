using System.Text;

namespace Silk.NET.OpenGL;

/// <summary>Shaders, programs, uniforms.</summary>
public sealed unsafe partial class GL
{
    private const int LogBytes = 16384;
    private nint glShaderSource;
    private nint glGetShaderiv;
    private nint glGetShaderInfoLog;
    private nint glGetProgramiv;
    private nint glGetProgramInfoLog;
    private nint glGetUniformLocation;
    private nint glCreateShader;
    private nint glCompileShader;
    private nint glDeleteShader;
    private nint glCreateProgram;
    private nint glAttachShader;
    private nint glDetachShader;
    private nint glLinkProgram;
    private nint glUseProgram;
    private nint glDeleteProgram;
    private nint glUniform1i;
    private nint glUniform1f;
    private nint glUniform2f;
    private nint glUniform2i;
    private nint glUniform3f;
    private nint glUniform3i;
    private nint glUniform4i;
    private nint glUniform4f;

    public uint CreateShader(ShaderType type) =>
        ((delegate* unmanaged<uint, uint>)Entry(ref glCreateShader, "glCreateShader"))((uint)type);

    public void CompileShader(uint shader) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glCompileShader, "glCompileShader"))(shader);

    public void DeleteShader(uint shader) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glDeleteShader, "glDeleteShader"))(shader);

    public uint CreateProgram() =>
        ((delegate* unmanaged<uint>)Entry(ref glCreateProgram, "glCreateProgram"))();

    public void AttachShader(uint program, uint shader) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glAttachShader, "glAttachShader"))(program, shader);

    public void DetachShader(uint program, uint shader) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(ref glDetachShader, "glDetachShader"))(program, shader);

    public void LinkProgram(uint program) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glLinkProgram, "glLinkProgram"))(program);

    public void UseProgram(uint program) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glUseProgram, "glUseProgram"))(program);

    public void DeleteProgram(uint program) =>
        ((delegate* unmanaged<uint, void>)Entry(ref glDeleteProgram, "glDeleteProgram"))(program);

    public void Uniform1(int location, int v0) =>
        ((delegate* unmanaged<int, int, void>)Entry(ref glUniform1i, "glUniform1i"))(location, v0);

    public void Uniform1(int location, float v0) =>
        ((delegate* unmanaged<int, float, void>)Entry(ref glUniform1f, "glUniform1f"))(location, v0);

    public void Uniform2(int location, float v0, float v1) =>
        ((delegate* unmanaged<int, float, float, void>)Entry(ref glUniform2f, "glUniform2f"))(location, v0, v1);

    public void Uniform2(int location, int v0, int v1) =>
        ((delegate* unmanaged<int, int, int, void>)Entry(ref glUniform2i, "glUniform2i"))(location, v0, v1);

    public void Uniform3(int location, int v0, int v1, int v2) =>
        ((delegate* unmanaged<int, int, int, int, void>)Entry(ref glUniform3i, "glUniform3i"))(location, v0, v1, v2);

    public void Uniform4(int location, int v0, int v1, int v2, int v3) =>
        ((delegate* unmanaged<int, int, int, int, int, void>)Entry(ref glUniform4i, "glUniform4i"))(location, v0, v1, v2, v3);

    public void Uniform3(int location, float v0, float v1, float v2) =>
        ((delegate* unmanaged<int, float, float, float, void>)Entry(ref glUniform3f, "glUniform3f"))(location, v0, v1, v2);

    public void Uniform4(int location, float v0, float v1, float v2, float v3) =>
        ((delegate* unmanaged<int, float, float, float, float, void>)Entry(ref glUniform4f, "glUniform4f"))(location, v0, v1, v2, v3);

    public void ShaderSource(uint shader, string @string)
    {
        byte[] text = Encoding.UTF8.GetBytes(@string);
        int length = text.Length;
        fixed (byte* first = text)
        {
            byte* source = first;
            ((delegate* unmanaged<uint, uint, byte**, int*, void>)Entry(ref glShaderSource, "glShaderSource"))(shader, 1, &source, &length);
        }
    }

    public int GetShader(uint shader, ShaderParameterName pname)
    {
        int value;
        ((delegate* unmanaged<uint, uint, int*, void>)Entry(ref glGetShaderiv, "glGetShaderiv"))(shader, (uint)pname, &value);
        return value;
    }

    public void GetShader(uint shader, ShaderParameterName pname, out int @params) => @params = GetShader(shader, pname);

    public string GetShaderInfoLog(uint shader)
    {
        byte[] log = new byte[LogBytes];
        fixed (byte* first = log)
        {
            ((delegate* unmanaged<uint, uint, uint*, byte*, void>)Entry(ref glGetShaderInfoLog, "glGetShaderInfoLog"))(shader, LogBytes, null, first);
            return Text(first);
        }
    }

    public int GetProgram(uint program, ProgramPropertyARB pname)
    {
        int value;
        ((delegate* unmanaged<uint, uint, int*, void>)Entry(ref glGetProgramiv, "glGetProgramiv"))(program, (uint)pname, &value);
        return value;
    }

    public void GetProgram(uint program, ProgramPropertyARB pname, out int @params) => @params = GetProgram(program, pname);

    public string GetProgramInfoLog(uint program)
    {
        byte[] log = new byte[LogBytes];
        fixed (byte* first = log)
        {
            ((delegate* unmanaged<uint, uint, uint*, byte*, void>)Entry(ref glGetProgramInfoLog, "glGetProgramInfoLog"))(program, LogBytes, null, first);
            return Text(first);
        }
    }

    public int GetUniformLocation(uint program, string name)
    {
        fixed (byte* first = Encoding.UTF8.GetBytes(name + '\0'))
        {
            return ((delegate* unmanaged<uint, byte*, int>)Entry(ref glGetUniformLocation, "glGetUniformLocation"))(program, first);
        }
    }
}
