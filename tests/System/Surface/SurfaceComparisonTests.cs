namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>The comparison itself: it accepts what is written down and catches every kind of invention.</summary>
public sealed class SurfaceComparisonTests
{
    private const string Right = """
        ```csharp
        class LatentWalk.StandIns.Tests.Surface.MadeUp
            const int Limit = 3;
            protected int count;
            .ctor(int size = 4)
            protected .ctor(string name, bool quiet)
            event Action<int?>? Changed;
            int Size { get; init; }
            string? Name { get; set; }
            float this[int x, params long[] rest] { get; set; }
            static MadeUp operator +(MadeUp left, MadeUp right)
            static MadeUp operator -(MadeUp one)
            static implicit operator int(MadeUp source)
            T Of<T>(ref readonly int number, out double value, in byte other, ref long reference, (int, string)? pair = null, MadeUp.Level level = High)   // and a comment
            void* Raw(List<Dictionary<string, int[]>> map, nint handle, int? choice = default)
            protected virtual bool Decide(float slope = 0.2, double epsilon = 1e-05)
            int SomethingThatTheStandInLacks(int a)

        enum LatentWalk.StandIns.Tests.Surface.MadeUp.Level : byte
            Low = 0
            Middle = 100
            High = 200

        static class LatentWalk.StandIns.Tests.Surface.MadeUpExtensions
            static MadeUp Twice(this MadeUp source, int times = 2)
        ```
        """;

    private static readonly Type[] s_types = [typeof(MadeUp), typeof(MadeUp.Level), typeof(MadeUpExtensions)];

    [Fact]
    public void A_subset_of_what_is_written_down_is_accepted() => Assert.Empty(Invented(Right));

    [Theory]
    [InlineData("    const int Limit = 3;\n", "", "static Int32 Limit")]
    [InlineData("    protected int count;\n", "", "protected Int32 count")]
    [InlineData(".ctor(int size = 4)", ".ctor(int size)", ".ctor(Int32 size = 4)")]
    [InlineData(".ctor(int size = 4)", ".ctor(int size = 5)", ".ctor(Int32 size = 4)")]
    [InlineData("    .ctor(int size", "    protected .ctor(int size", ".ctor(Int32 size = 4)")]
    [InlineData("event Action<int?>? Changed;", "event Action<int>? Changed;", "event Action<Int32?> Changed")]
    [InlineData("{ get; init; }", "{ get; }", "Int32 Size { get init }")]
    [InlineData("{ get; init; }", "{ get; set; }", "Int32 Size { get init }")]
    [InlineData("    string? Name", "    static string? Name", "String Name { get set }")]
    [InlineData("this[int x, params long[] rest]", "this[int x, long[] rest]", "Single this[Int32 x, params Int64[] rest] { get }")]
    [InlineData("operator +(", "operator *(", "op_Addition")]
    [InlineData("operator -(MadeUp one)", "operator -(MadeUp one, MadeUp two)", "op_UnaryNegation")]
    [InlineData("implicit operator int", "explicit operator int", "op_Implicit")]
    [InlineData("T Of<T>", "T Of<T, U>", "T Of<1>")]
    [InlineData("T Of<T>(ref readonly int", "T Of<T>(in int", "T Of<1>")]
    [InlineData("out double value", "ref double value", "T Of<1>")]
    [InlineData("in byte other", "byte other", "T Of<1>")]
    [InlineData("(int, string)? pair", "(int, string) pair", "T Of<1>")]
    [InlineData("level = High", "level = Low", "T Of<1>")]
    [InlineData("ref long reference", "ref long renamed", "T Of<1>")]
    [InlineData("void* Raw", "nint Raw", "Void* Raw")]
    [InlineData("int[]>> map", "long[]>> map", "Void* Raw")]
    [InlineData("nint handle", "nuint handle", "Void* Raw")]
    [InlineData("int? choice", "int choice", "Void* Raw")]
    [InlineData("slope = 0.2,", "slope = 0.3,", "protected Boolean Decide")]
    [InlineData("    High = 200", "    High = 201", "High = 200")]
    [InlineData("    Low = 0\n", "", "Low = 0")]
    [InlineData("(this MadeUp source", "(MadeUp source", "static MadeUp Twice")]
    [InlineData("int times = 2", "int times = 2, int more = 0", "static MadeUp Twice")]
    [InlineData("MadeUpExtensions\n", "OtherExtensions\n", "MadeUpExtensions: the real library has no such type")]
    public void An_invention_is_caught_and_named(string written, string instead, string expected)
    {
        Assert.Contains(written, Right, StringComparison.Ordinal);

        string only = Assert.Single(Invented(Right.Replace(written, instead, StringComparison.Ordinal)));

        Assert.Contains(expected, only, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_of_a_base_type_counts()
    {
        string moved = Right.Replace("Surface.MadeUp\n", "Surface.MadeUp : IDisposable, Older<int, string>\n", StringComparison.Ordinal)
            .Replace("    string? Name { get; set; }\n", "", StringComparison.Ordinal);

        Assert.Single(Invented(moved));
        Assert.Empty(Invented(moved + "\n```csharp\nclass Somewhere.Older<A, B>\n    string Name { get; set; }\n```\n"));
    }

    [Fact]
    public void The_other_ways_of_writing_are_understood()
    {
        SignatureList list = new();
        list.Read("""
            ```csharp
            # A.B.Outer<T> where T : struct
              TYPE sealed class A.B.Outer<T> where T : struct : System.IDisposable
              Outer(long? a = null, params string[] @long)
              static readonly A.B.Kind First
            delegate void Done<TPixel>(Row<TPixel> row);   // and more
            void Paint(Rgba|Rgb color, uint size)   // x2
            ext void Paint(this GL thisApi, int size)
            Of make(E[] a, E b = 0)   // E in {(float, float), int}
            (int a, long) Two()
            static GL GL.GetApi(Func<string, nint> getProcAddress);
            ```
            **Kind**: First=0x1, Second=-2
            `enum Key : int` (values equal codes): Unknown=-1, Space=32, …
            """);

        Assert.Empty(list.Unread);
        Assert.True(list.HasType("A.B.Outer`1") && list.HasType("Any.Done`1") && list.HasType("X.Kind") && list.HasType("X.Key"));
        Assert.True(list.Has("A.B.Outer`1", Member(".ctor(long? a = default, params string[] long)")));
        Assert.False(list.Has("A.B.Outer`1", Member(".ctor(long a = default, params string[] long)")));
        Assert.True(list.Has("A.B.Outer`1", Member("static Kind First")));
        Assert.True(list.Has("Silk.NET.OpenGL.GL", Member("void Paint(Rgb color, uint size)")));
        Assert.False(list.Has("Silk.NET.OpenGL.GL", Member("void Paint(Argb color, uint size)")));
        Assert.True(list.Has("Silk.NET.OpenGL.GL", Member("Of make(int[] a, int b = default)")));
        Assert.False(list.Has("Silk.NET.OpenGL.GL", Member("Of make(long[] a, long b = default)")));
        Assert.True(list.Has("Silk.NET.OpenGL.GL", Member("(int, long) Two()")));
        Assert.True(list.Has("Silk.NET.OpenGL.GLOverloads", Member("static void Paint(this GL thisApi, int size)")));
        Assert.True(list.Has("Silk.NET.OpenGL.GL", Member("static GL GetApi(Func<string, nint> getProcAddress)")));
        Assert.True(list.Has("X.GLEnum", Member("Second = -2")));
    }

    /// <summary>As if it were compiled: value types know that they are.</summary>
    private static MemberShape Member(string line)
    {
        MemberShape member = SignatureReader.Read(line, out _)!;
        return member with { Parameters = [.. member.Parameters.Select(parameter => parameter with { Type = Value(parameter.Type) })] };
    }

    private static TypeShape Value(TypeShape type) => type with
    {
        IsValue = type.Name is "Int32" or "Int64" or "UInt32" or "IntPtr" or "Rgb" or "Argb",
        Arguments = [.. type.Arguments.Select(Value)],
    };

    private static IReadOnlyList<string> Invented(string markdown)
    {
        SignatureList list = new();
        list.Read(markdown);
        Assert.Empty(list.Unread);
        return SurfaceComparison.Invented(s_types, list);
    }
}
