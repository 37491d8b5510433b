using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>What an assembly shows to code that is written against it: public and protected, declared in it.</summary>
internal static class CompiledSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Such as <c>TorchSharp.torch.nn.Module`2</c>: nested types after a dot.</summary>
    public static string KeyOf(Type type)
    {
        string name = type.Name;
        return type.DeclaringType is { } outer ? KeyOf(outer) + "." + name : type.Namespace + "." + name;
    }

    public static IEnumerable<(string Type, MemberShape Member)> Of(IEnumerable<Type> types) =>
        types.Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false)).SelectMany(type => MembersOf(type).Select(member => (KeyOf(type), member)));

    private static IEnumerable<MemberShape> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => new MemberShape(
                MemberKind.Value, field.Name, 0, true, false, null, [], Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)));
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [OfMethod(type.GetMethod("Invoke")!)];
        }

        return type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute), false)).Select(Of).OfType<MemberShape>();
    }

    private static MemberShape? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsShown(constructor) && !constructor.IsStatic => new MemberShape(
            MemberKind.Constructor, ".ctor", 0, false, IsProtected(constructor), null, ParametersOf(constructor), string.Empty),
        MethodInfo method when IsShown(method) && !method.IsSpecialName && !IsOfObject(method) => OfMethod(method),
        MethodInfo method when IsShown(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => OfMethod(method),
        PropertyInfo property when AccessorsOf(property).Any() => OfProperty(property),
        EventInfo shown when shown.AddMethod is { } add && IsShown(add) => new MemberShape(
            MemberKind.Event, shown.Name, 0, add.IsStatic, IsProtected(add), TypeShape.Of(shown.EventHandlerType!), [], string.Empty),
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => new MemberShape(
            MemberKind.Field, field.Name, 0, field.IsStatic, !field.IsPublic, TypeShape.Of(field.FieldType), [], string.Empty),
        _ => null,
    };

    private static MemberShape OfMethod(MethodInfo method) => new(
        MemberKind.Method,
        method.Name,
        method.GetGenericArguments().Length,
        method.IsStatic,
        IsProtected(method),
        TypeShape.Of(method.ReturnType),
        ParametersOf(method),
        string.Empty);

    private static MemberShape OfProperty(PropertyInfo property)
    {
        List<MethodInfo> accessors = [.. AccessorsOf(property)];
        IEnumerable<string> names = accessors.Select(accessor =>
            accessor == property.GetMethod ? "get"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set");
        List<ParameterShape> indices = [.. property.GetIndexParameters().Select(OfParameter)];
        return new MemberShape(
            MemberKind.Property,
            property.Name,
            0,
            accessors[0].IsStatic,
            accessors.All(IsProtected),
            TypeShape.Of(property.PropertyType),
            indices,
            string.Join(' ', names));
    }

    private static IEnumerable<MethodInfo> AccessorsOf(PropertyInfo property) => property.GetAccessors(nonPublic: true).Where(IsShown);

    private static List<ParameterShape> ParametersOf(MethodBase method)
    {
        List<ParameterShape> parameters = [.. method.GetParameters().Select(OfParameter)];
        if (method.IsDefined(typeof(ExtensionAttribute), false))
        {
            parameters[0] = parameters[0] with { Passing = ("this " + parameters[0].Passing).Trim() };
        }

        return parameters;
    }

    private static ParameterShape OfParameter(ParameterInfo parameter)
    {
        string passing = string.Empty;
        if (parameter.ParameterType.IsByRef)
        {
            passing = parameter.IsOut ? "out"
                : parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiresLocationAttribute") ? "ref readonly"
                : parameter.IsIn ? "in" : "ref";
        }
        else if (parameter.IsDefined(typeof(ParamArrayAttribute), false))
        {
            passing = "params";
        }

        return new ParameterShape(passing, TypeShape.Of(parameter.ParameterType), parameter.Name!, parameter.HasDefaultValue ? DefaultOf(parameter) : null);
    }

    /// <summary>Of an optional enum, reflection gives the enum; of any other value type whose default is zero, null.</summary>
    private static string DefaultOf(ParameterInfo parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object? value = parameter.RawDefaultValue;
        return DefaultText.Of(type.IsEnum && value is not null and not Enum ? Enum.ToObject(type, value) : value);
    }

    private static bool IsShown(MethodBase method) => method.IsPublic || IsProtected(method);

    private static bool IsProtected(MethodBase method) => method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Every type has these, so lists leave them out.</summary>
    private static bool IsOfObject(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);
}
